/// Names one accessory.
public struct AccessoryRef: Sendable, Hashable {
  /// Which kind.
  public let kind: EntityKind
  /// The API it belongs to; nil for one of the workspace.
  public let apiId: RestApiID?
  /// Its name among its kind.
  public let key: String

  /// The name of an accessory of a kind that may not be one.
  ///
  /// - Returns: Nil when the kind is no accessory, or belongs to an API and none is given.
  public init?(kind: EntityKind, apiId: RestApiID? = nil, key: String) {
    guard let type = kind.accessoryType, type.isPartOfApi == (apiId != nil) else { return nil }
    self.kind = kind
    self.apiId = apiId
    self.key = key
  }

  /// The name of an accessory of a type.
  ///
  /// - Parameters:
  ///   - type: For example `Authorizer.self`.
  ///   - key: Its name among its kind.
  ///   - apiId: The API it belongs to; not looked at for the kinds of the workspace.
  public init<Value: Accessory>(_ type: Value.Type, _ key: String, of apiId: RestApiID? = nil) {
    kind = type.kind
    self.apiId = type.isPartOfApi ? apiId ?? "" : nil
    self.key = key
  }

  /// The kind's name in operations, for example `Authorizer`.
  public var operationNoun: String { kind.accessoryType?.operationNoun ?? kind.rawValue }

  /// What people call its kind.
  public var noun: String { kind.accessoryType?.noun ?? kind.rawValue }
}
