extension ApiKey {
  /// The key as API Gateway prints it.
  ///
  /// - Parameters:
  ///   - form: The call it is printed for.
  ///   - includeValue: Whether the secret is shown: after a Create, and for a Get that asks for it.
  public func wire(_ form: WireForm, includeValue: Bool = false) -> JSONValue {
    var object = JSONObject()
    object.add("createdDate", .timestamp(createdDate))
    object.add("customerId", text: customerId)
    object.add("description", text: description)
    object.add("enabled", .bool(enabled))
    object.add("id", text: id)
    object.add("lastUpdatedDate", .timestamp(lastUpdatedDate))
    object.add("name", text: name)
    object.add("stageKeys", .array(stageKeys.map(JSONValue.string)))
    object.add("tags", form.tags(tags))
    object.add("value", text: includeValue ? value : nil)
    return .object(object)
  }
}
