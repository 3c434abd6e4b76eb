extension UsagePlan {
  /// The plan as API Gateway prints it.
  ///
  /// - Parameter form: The call it is printed for.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("apiStages", .array(apiStages.map(\.wire)))
    object.add("description", text: description)
    object.add("id", text: id)
    object.add("name", text: name)
    object.add("productCode", text: productCode)
    object.add("quota", quota?.wire)
    object.add("tags", form.tags(tags))
    object.add("throttle", throttle?.wire)
    return .object(object)
  }
}

extension ApiStage {
  /// The stage as API Gateway prints it within a plan.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("apiId", text: apiId)
    object.add("stage", text: stage)
    object.add(
      "throttle",
      throttle.isEmpty ? nil : .object(JSONObject(sorting: throttle.mapValues(\.wire))))
    return .object(object)
  }
}

extension ThrottleSettings {
  /// The limits as API Gateway prints them: the rate with a point, the burst without.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("burstLimit", burstLimit.map { .integer($0) })
    object.add("rateLimit", rateLimit.map { .double($0) })
    return .object(object)
  }
}

extension QuotaSettings {
  /// The quota as API Gateway prints it, with the offset even if it is 0.
  public var wire: JSONValue {
    ["limit": .integer(limit), "offset": .integer(offset), "period": .string(period.rawValue)]
  }
}

extension UsagePlanKey {
  /// The membership as API Gateway prints it: with the key's value in plain text, as it always does.
  ///
  /// - Parameters:
  ///   - key: The key itself.
  ///   - includeValue: Whether the secret is shown; surfaces other than the wire may leave it out.
  public func wire(key: ApiKey, includeValue: Bool = true) -> JSONValue {
    var object = JSONObject()
    object.add("id", text: keyId)
    object.add("name", text: key.name)
    object.add("type", text: Self.keyType)
    object.add("value", text: includeValue ? key.value : nil)
    return .object(object)
  }
}
