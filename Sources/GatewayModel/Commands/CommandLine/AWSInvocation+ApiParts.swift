extension Command.PutGatewayResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("response-type", responseType),
      .text("status-code", statusCode), .map("response-parameters", responseParameters),
      .map("response-templates", responseTemplates),
    ]
  }
}

extension Command.UpdateGatewayResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("response-type", responseType),
      .patch(patchOperations),
    ]
  }
}

extension Command.DeleteGatewayResponse: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("response-type", responseType)]
  }
}

extension Command.CreateModel: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("name", name), .text("description", description),
      .text("schema", schema), .text("content-type", contentType),
    ]
  }
}

extension Command.UpdateModel: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("model-name", modelName), .patch(patchOperations)]
  }
}

extension Command.DeleteModel: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("model-name", modelName)]
  }
}

extension Command.CreateRequestValidator: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("name", name),
      .flag("validate-request-body", validateRequestBody),
      .flag("validate-request-parameters", validateRequestParameters),
    ]
  }
}

extension Command.UpdateRequestValidator: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("request-validator-id", requestValidatorId),
      .patch(patchOperations),
    ]
  }
}

extension Command.DeleteRequestValidator: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("request-validator-id", requestValidatorId)]
  }
}
