extension RequestValidator {
  /// The validator as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("id", text: id)
    object.add("name", text: name)
    object.add("validateRequestBody", .bool(validateRequestBody))
    object.add("validateRequestParameters", .bool(validateRequestParameters))
    return .object(object)
  }
}
