import GatewayModel

/// A member of an entity with its value in words: what differences between two versions are told in.
struct EntityMember: Hashable {
  /// The names down to the value, for example `throttle/rateLimit`.
  var path: String
  /// The value in words: `5.0`, `2026-03-02 11:08`, an element of a list as JSON.
  var words: String

  /// All members of an entity, in order; a key's value is masked.
  ///
  /// The moment of an update is left out: it changes with everything and is the journal line's own.
  static func all(of entity: Entity) -> [EntityMember] {
    var members = members(of: EntityJSON.value(of: entity), at: "")
    members.removeAll { $0.path == "lastUpdatedDate" }
    if case .apiKey(let key) = entity {
      members.append(EntityMember(path: "value", words: key.maskedValue))
    }
    return members
  }

  private static func members(of value: JSONValue, at path: String) -> [EntityMember] {
    switch value {
    case .object(let object):
      object.members.flatMap {
        members(of: $0.value, at: path.isEmpty ? $0.name : "\(path)/\($0.name)")
      }
    case .array(let values): values.map { EntityMember(path: path, words: $0.text) }
    // API Gateway's moments are the whole numbers whose names end so.
    case .integer(let seconds) where path.hasSuffix("Date"):
      [EntityMember(path: path, words: Words.moment(Timestamp(seconds: seconds)))]
    case .string(let text): [EntityMember(path: path, words: text)]
    default: [EntityMember(path: path, words: value.text)]
    }
  }
}
