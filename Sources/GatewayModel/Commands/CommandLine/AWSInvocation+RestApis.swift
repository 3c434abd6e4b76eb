extension Command.CreateRestApi: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("name", name), .text("description", description), .text("api-version", version),
      .text("clone-from", cloneFrom), .list("binary-media-types", binaryMediaTypes),
      .integer("minimum-compression-size", minimumCompressionSize),
      .text("api-key-source", apiKeySource),
      .json("endpoint-configuration", endpointConfiguration?.wire), .text("policy", policy),
      .map("tags", tags), .flag("disable-execute-api-endpoint", disableExecuteApiEndpoint),
      .text("security-policy", securityPolicy),
      .text("endpoint-access-mode", endpointAccessMode),
    ]
  }
}

extension EndpointConfigurationInput {
  var wire: JSONValue {
    var object = JSONObject()
    object.add("ipAddressType", text: ipAddressType)
    object.add("types", types.map { .array($0.map(JSONValue.string)) })
    object.add("vpcEndpointIds", vpcEndpointIds.map { .array($0.map(JSONValue.string)) })
    return .object(object)
  }
}

extension Command.UpdateRestApi: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("rest-api-id", restApiId), .patch(patchOperations)] }
}

extension Command.DeleteRestApi: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("rest-api-id", restApiId)] }
}

extension Command.CreateResource: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("parent-id", parentId), .text("path-part", pathPart),
    ]
  }
}

extension Command.UpdateResource: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("resource-id", resourceId), .patch(patchOperations),
    ]
  }
}

extension Command.DeleteResource: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("resource-id", resourceId)]
  }
}
