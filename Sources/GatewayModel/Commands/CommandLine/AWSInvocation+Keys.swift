extension Command.CreateApiKey: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("name", name), .text("description", description), .flag("enabled", enabled),
      .flag("generate-distinct-id", generateDistinctId),
      .file("value", at: value == nil ? nil : "file:///dev/stdin"),
      .list("stage-keys", stageKeys?.map(\.awsText)), .text("customer-id", customerId),
      .map("tags", tags),
    ]
  }
}

extension StageKey {
  fileprivate var awsText: String {
    "restApiId=\(restApiId ?? ""),stageName=\(stageName ?? "")"
  }
}

extension Command.UpdateApiKey: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("api-key", apiKey), .patch(patchOperations)] }
}

extension Command.DeleteApiKey: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("api-key", apiKey)] }
}

extension Command.ImportApiKeys: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .file("body", at: "fileb:///dev/stdin"), .text("format", format),
      .flag("fail-on-warnings", failOnWarnings ? true : nil),
    ]
  }
}
