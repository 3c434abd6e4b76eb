/// The members of a JSON object, in the order they are printed.
///
/// API Gateway prints members in the order of their names; shapes here are written in that order.
public struct JSONObject: Sendable, Hashable {
  /// A member.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue
  }

  /// The members.
  public private(set) var members: [Member] = []

  /// An object without members.
  public init() {}

  /// An object of these members, in this order.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    self.members = members.map { Member(name: $0.0, value: $0.1) }
  }

  /// An object of these members, in the order of their names.
  public init(sorting map: [String: JSONValue]) {
    self.init(map.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// Adds a member at the end, or nothing for nil: unset members are left out, never null.
  public mutating func add(_ name: String, _ value: JSONValue?) {
    if let value { members.append(Member(name: name, value: value)) }
  }

  /// Adds the members of another object at the end.
  public mutating func append(_ other: JSONObject) {
    members += other.members
  }

  /// Adds a text, or nothing for nil.
  public mutating func add(_ name: String, text: String?) {
    add(name, text.map(JSONValue.string))
  }

  /// The value of a member, or nil if there is none.
  ///
  /// - Complexity: linear in the number of members.
  public subscript(name: String) -> JSONValue? {
    members.first { $0.name == name }?.value
  }
}
