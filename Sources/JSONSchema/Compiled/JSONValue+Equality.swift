import GatewayModel

extension JSONValue {
  /// The form in which values that JSON Schema takes for equal are the same: 1 and 1.0, and objects
  /// whose members stand in another order.
  ///
  /// Source: JSON Schema draft 4, core 3.6.
  var comparable: JSONValue {
    switch self {
    case .double(let value):
      return Int64(exactly: value).map { .integer($0) } ?? self
    case .array(let values): return .array(values.map(\.comparable))
    case .object(let object):
      let members = object.members.sorted { $0.name < $1.name }
      return .object(JSONObject(members.map { ($0.name, $0.value.comparable) }))
    default: return self
    }
  }
}
