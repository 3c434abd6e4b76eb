extension Integration {
  /// The integration as API Gateway prints it.
  ///
  /// Source: recorded answers of PutIntegration and GetMethod.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("cacheKeyParameters", .array(cacheKeyParameters.map(JSONValue.string)))
    object.add("cacheNamespace", text: cacheNamespace)
    object.add("connectionId", text: connectionId)
    object.add("connectionType", text: connectionType)
    object.add("contentHandling", text: contentHandling)
    object.add("credentials", text: credentials)
    object.add("httpMethod", text: httpMethod)
    object.add(
      "integrationResponses",
      integrationResponses.isEmpty
        ? nil : .object(JSONObject(sorting: integrationResponses.mapValues(\.wire))))
    object.add("integrationTarget", text: integrationTarget)
    object.add("passthroughBehavior", text: passthroughBehavior)
    object.add("requestParameters", requestParameters.map(JSONValue.map))
    object.add("requestTemplates", requestTemplates.map(JSONValue.map))
    object.add("responseTransferMode", text: responseTransferMode)
    object.add("timeoutInMillis", .integer(timeoutInMillis))
    object.add(
      "tlsConfig", insecureSkipVerification.map { ["insecureSkipVerification": .bool($0)] })
    object.add("type", text: type.rawValue)
    object.add("uri", text: uri)
    return .object(object)
  }
}

extension IntegrationResponse {
  /// The integration response as API Gateway prints it: the one place where null is printed, for a
  /// template that was given empty.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("contentHandling", text: contentHandling)
    object.add("responseParameters", responseParameters.map(JSONValue.map))
    object.add(
      "responseTemplates",
      responseTemplates.map { templates in
        .object(JSONObject(sorting: templates.mapValues { $0.map(JSONValue.string) ?? .null }))
      })
    object.add("selectionPattern", text: selectionPattern)
    object.add("statusCode", text: statusCode)
    return .object(object)
  }
}
