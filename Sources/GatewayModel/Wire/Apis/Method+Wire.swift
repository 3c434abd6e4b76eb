extension Method {
  /// The method as API Gateway prints it, with its integration and responses.
  ///
  /// Maps given empty stay `{}`; those never given are left out.
  /// Source: recorded answers of PutMethod and GetMethod.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("apiKeyRequired", .bool(apiKeyRequired))
    object.add("authorizationScopes", authorizationScopes.map { .array($0.map(JSONValue.string)) })
    object.add("authorizationType", text: authorizationType)
    object.add("authorizerId", text: authorizerId)
    object.add("httpMethod", text: httpMethod)
    object.add("methodIntegration", methodIntegration?.wire)
    object.add(
      "methodResponses",
      methodResponses.isEmpty
        ? nil : .object(JSONObject(sorting: methodResponses.mapValues(\.wire))))
    object.add("operationName", text: operationName)
    object.add("requestModels", requestModels.map(JSONValue.map))
    object.add("requestParameters", requestParameters.map(JSONValue.truths))
    object.add("requestValidatorId", text: requestValidatorId)
    return .object(object)
  }
}

extension MethodResponse {
  /// The declared response as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("responseModels", responseModels.map(JSONValue.map))
    object.add("responseParameters", responseParameters.map(JSONValue.truths))
    object.add("statusCode", text: statusCode)
    return .object(object)
  }
}

extension JSONValue {
  /// A map from texts to truths, sorted by key.
  static func truths(_ map: [String: Bool]) -> JSONValue {
    .object(JSONObject(sorting: map.mapValues(JSONValue.bool)))
  }
}
