extension Account {
  /// The account as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("apiKeyVersion", text: apiKeyVersion)
    object.add("cloudwatchRoleArn", text: cloudwatchRoleArn)
    object.add("features", .array(features.map(JSONValue.string)))
    object.add("throttleSettings", throttleSettings.wire)
    return .object(object)
  }
}
