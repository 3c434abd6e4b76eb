/// An entity that is kept, shown in full and referred to by others, and of which the gateway itself
/// decides nothing.
///
/// Authorizers, documentation, certificates, domain names and links share one shape: a key, members, a
/// table of patch paths, and others that may refer to them. What is the same for all is written once in
/// terms of this protocol; what differs is each type's declaration.
public protocol Accessory: Sendable, Hashable, Codable {
  /// The kind, which names the type in the journal.
  static var kind: EntityKind { get }
  /// What people call it, for example `authorizer`.
  static var noun: String { get }
  /// Whether it belongs to an API and goes with it; otherwise it belongs to the workspace.
  static var isPartOfApi: Bool { get }
  /// Its name among its kind, within its API or the workspace.
  var key: String { get }
  /// A name people gave it, if they did.
  var displayName: String? { get }

  /// The entity as API Gateway prints it.
  ///
  /// - Parameter form: The call it is printed for.
  func wire(_ form: WireForm) -> JSONValue

  /// All of the kind, by key.
  ///
  /// - Parameters:
  ///   - state: The workspace.
  ///   - apiId: The API they belong to; nil for those of the workspace.
  static func all(in state: GatewayState, of apiId: RestApiID?) -> [String: Self]
}

extension Accessory {
  /// The type's name in API Gateway's operations, for example `Authorizer` in `CreateAuthorizer`.
  public static var operationNoun: String { "\(Self.self)" }

  /// The key: most have no other name.
  public var displayName: String? { nil }

  /// The names of its members and their values as text, as API Gateway prints them.
  public var printedMembers: [(name: String, text: String)] {
    guard case .object(let object) = wire(.created) else { return [] }
    return object.members.map { member in
      if case .string(let text) = member.value { return (member.name, text) }
      return (member.name, member.value.text)
    }
  }
}
