extension DescribedSnapshot {
  /// The members of a method, those of its integration under `methodIntegration`.
  ///
  /// What is checked comes from the validator, so that one made anew with the same checks is no
  /// change; models and parameters act only while a validator checks them.
  static func fields(
    of method: Method, at route: SnapshotRoute, checkedBy validator: RequestValidator?
  ) -> [DescribedField] {
    let type = method.authorizationType
    var fields: [DescribedField] = []
    fields.add("apiKeyRequired", String(method.apiKeyRequired))
    fields.add("authorizationType", type)
    fields.add(
      "authorizerId", method.authorizerId, acts: type == "CUSTOM" || type == "COGNITO_USER_POOLS")
    fields.add(
      "authorizationScopes", method.authorizationScopes?.sorted().joined(separator: ", "),
      acts: type == "COGNITO_USER_POOLS")
    fields.add("requestValidator", checks(of: validator))
    fields.add("requestValidatorId", method.requestValidatorId, acts: false)
    for (name, isRequired) in (method.requestParameters ?? [:]).sorted(by: { $0.key < $1.key }) {
      fields.add(
        "requestParameters.\(name)", String(isRequired),
        acts: isRequired && validator?.validateRequestParameters == true)
    }
    fields.add(
      "requestModels", method.requestModels, acts: validator?.validateRequestBody == true)
    fields.add("operationName", method.operationName, acts: false)
    fields.add("resourceId", route.resourceId, acts: false)
    for response in method.methodResponses.values.sorted(by: { $0.statusCode < $1.statusCode }) {
      fields += self.fields(of: response)
    }
    if let integration = method.methodIntegration {
      fields += self.fields(of: integration, at: route)
    }
    return fields
  }

  private static func checks(of validator: RequestValidator?) -> String? {
    switch (validator?.validateRequestBody ?? false, validator?.validateRequestParameters ?? false)
    {
    case (true, true): "body and parameters"
    case (true, false): "body"
    case (false, true): "parameters"
    case (false, false): nil
    }
  }

  private static func fields(of response: MethodResponse) -> [DescribedField] {
    let prefix = "methodResponses.\(response.statusCode)"
    var fields = [DescribedField(prefix, "declared")]
    fields.add(
      "\(prefix).responseParameters", response.responseParameters?.mapValues { String($0) },
      acts: false)
    fields.add("\(prefix).responseModels", response.responseModels, acts: false)
    return fields
  }

  private static func fields(
    of integration: Integration, at route: SnapshotRoute
  ) -> [DescribedField] {
    let prefix = "methodIntegration"
    var fields: [DescribedField] = []
    fields.add("\(prefix).type", integration.type.rawValue)
    fields.add("\(prefix).httpMethod", integration.httpMethod)
    fields.add("\(prefix).uri", integration.uri)
    fields.add("\(prefix).connectionType", integration.connectionType)
    fields.add("\(prefix).connectionId", integration.connectionId)
    fields.add("\(prefix).credentials", integration.credentials)
    fields.add("\(prefix).passthroughBehavior", integration.passthroughBehavior)
    fields.add("\(prefix).contentHandling", integration.contentHandling)
    fields.add("\(prefix).timeoutInMillis", String(integration.timeoutInMillis))
    fields.add(
      "\(prefix).tlsConfig.insecureSkipVerification",
      integration.insecureSkipVerification == true ? "true" : nil)
    fields.add("\(prefix).responseTransferMode", integration.responseTransferMode)
    fields.add("\(prefix).integrationTarget", integration.integrationTarget)
    fields.add("\(prefix).requestParameters", integration.requestParameters)
    fields.add("\(prefix).requestTemplates", integration.requestTemplates)
    fields.add(
      "\(prefix).cacheNamespace",
      integration.cacheNamespace == route.resourceId ? nil : integration.cacheNamespace,
      acts: false)
    fields.add(
      "\(prefix).cacheKeyParameters", integration.cacheKeyParameters.joined(separator: ", "),
      acts: false)
    let responses = integration.integrationResponses.values
    for response in responses.sorted(by: { $0.statusCode < $1.statusCode }) {
      fields += self.fields(of: response)
    }
    return fields
  }

  private static func fields(of response: IntegrationResponse) -> [DescribedField] {
    let prefix = "methodIntegration.integrationResponses.\(response.statusCode)"
    let pattern = response.selectionPattern ?? ""
    var fields = [
      DescribedField("\(prefix).selectionPattern", pattern.isEmpty ? "default" : pattern)
    ]
    fields.add("\(prefix).contentHandling", response.contentHandling)
    fields.add("\(prefix).responseParameters", response.responseParameters)
    fields.add("\(prefix).responseTemplates", response.responseTemplates?.mapValues { $0 ?? "" })
    return fields
  }
}
