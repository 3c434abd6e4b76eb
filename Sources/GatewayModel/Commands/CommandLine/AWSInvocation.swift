/// A command whose operation the AWS CLI has.
///
/// The options are a table per command; writing them into a line is the same for all.
protocol AWSInvocation {
  /// The options, in the order the AWS CLI's help lists them.
  var awsArguments: [AWSArgument] { get }
}

extension AWSInvocation {
  /// Whether a resource is named by its path, which the AWS CLI does not take for an id.
  var namesResourceByPath: Bool {
    awsArguments.contains { argument in
      switch argument {
      case .text("resource-id", let id?), .text("parent-id", let id?): id.hasPrefix("/")
      default: false
      }
    }
  }
}
