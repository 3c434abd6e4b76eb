extension EffectiveGatewayResponse {
  /// The gateway response as API Gateway prints it, set or default.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("defaultResponse", .bool(isDefault))
    object.add("responseParameters", .map(responseParameters))
    object.add("responseTemplates", .map(responseTemplates))
    object.add("responseType", text: responseType.rawValue)
    object.add("statusCode", text: statusCode)
    return .object(object)
  }
}
