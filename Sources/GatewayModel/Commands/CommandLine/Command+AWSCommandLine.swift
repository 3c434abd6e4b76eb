extension Command {
  /// The lines of the AWS CLI that ask for the same, or nil if its operations cannot: undo and rotation
  /// have none, nor has a command that names a resource by its path.
  ///
  /// A key's value is never in a line: it is read from the standard input.
  public var awsCommandLine: String? {
    if case .batch(let batch) = self {
      let lines = batch.commands.map(\.awsCommandLine)
      return lines.contains(nil) ? nil : lines.compactMap { $0 }.joined(separator: "\n")
    }
    guard let invocation = input as? any AWSInvocation, !invocation.namesResourceByPath else {
      return nil
    }
    let words = ["aws", "apigateway", awsVerb] + invocation.awsArguments.flatMap(\.words)
    return words.map(Shell.quoted).joined(separator: " ")
  }

  /// The operation's name as the AWS CLI writes it, for example `create-api-key`.
  var awsVerb: String {
    var verb = ""
    for character in operationName {
      if character.isUppercase, !verb.isEmpty { verb += "-" }
      verb += character.lowercased()
    }
    return verb
  }
}
