extension Model {
  /// The model as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("contentType", text: contentType)
    object.add("description", text: description)
    object.add("id", text: id)
    object.add("name", text: name)
    object.add("schema", text: schema)
    return .object(object)
  }
}
