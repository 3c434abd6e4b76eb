/// A command whose operation the AWS CLI has.
///
/// The options are a table per command; writing them into a line is the same for all.
protocol AWSInvocation {
  /// The options, in the order the AWS CLI's help lists them.
  var awsArguments: [AWSArgument] { get }
}
