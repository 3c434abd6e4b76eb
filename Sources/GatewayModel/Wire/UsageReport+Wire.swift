extension UsageReport {
  /// The report as API Gateway prints it: pairs of used and remaining by key id.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("endDate", text: endDate.description)
    object.add("position", text: position)
    object.add("startDate", text: startDate.description)
    object.add("usagePlanId", text: usagePlanId)
    object.add(
      "values",
      .object(
        JSONObject(
          sorting: days.mapValues { days in
            .array(days.map { [.integer($0.used), .integer($0.remaining)] })
          })))
    return .object(object)
  }
}
