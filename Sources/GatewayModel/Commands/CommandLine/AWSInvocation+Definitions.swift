extension Command.ImportRestApi: AWSInvocation {
  var awsArguments: [AWSArgument] {
    var parameters: [String: String] = [:]
    parameters["basepath"] = basePath
    parameters["endpointConfigurationTypes"] = endpointConfigurationTypes?.joined(separator: ",")
    return [
      .file("body", at: "fileb:///dev/stdin"),
      .map("parameters", parameters.nonEmpty),
      .flag("fail-on-warnings", failOnWarnings ? true : nil),
    ]
  }
}

extension Command.PutRestApi: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("mode", mode),
      .file("body", at: "fileb:///dev/stdin"),
      .map("parameters", basePath.map { ["basepath": $0] }),
      .flag("fail-on-warnings", failOnWarnings ? true : nil),
    ]
  }
}
