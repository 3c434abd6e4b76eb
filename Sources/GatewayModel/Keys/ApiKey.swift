/// A string that a client sends to say who it is.
///
/// By itself it opens nothing: a method must require it and a usage plan must carry it to the stage.
/// Source: API Gateway REST API reference, ApiKey.
public struct ApiKey: Sendable, Hashable, Codable {
  /// 10 lower-case letters and digits.
  public var id: ApiKeyID
  /// The secret: 20 to 128 characters, unique in the workspace, never changed.
  public var value: String
  /// At most 1024 characters; need not be unique.
  public var name: String?
  /// At most 125,000 characters.
  public var description: String?
  /// A disabled key is refused like an unknown one.
  public var enabled: Bool
  /// An AWS Marketplace customer, free text.
  public var customerId: String?
  /// Legacy associations `apiId/stage`, shown and never enforced.
  public var stageKeys: [String]
  /// At most 50 tags.
  public var tags: [String: String]
  /// When the key was made.
  public var createdDate: Timestamp
  /// When a member last changed.
  public var lastUpdatedDate: Timestamp

  /// A key with all its members.
  public init(
    id: ApiKeyID, value: String, name: String? = nil, description: String? = nil,
    enabled: Bool = false, customerId: String? = nil, stageKeys: [String] = [],
    tags: [String: String] = [:], createdDate: Timestamp, lastUpdatedDate: Timestamp
  ) {
    self.id = id
    self.value = value
    self.name = name
    self.description = description
    self.enabled = enabled
    self.customerId = customerId
    self.stageKeys = stageKeys
    self.tags = tags
    self.createdDate = createdDate
    self.lastUpdatedDate = lastUpdatedDate
  }

  /// The value with all but its last four characters hidden: what is shown unless asked for more.
  public var maskedValue: String { Self.masked(value) }

  /// Hides all but the last four characters of a key value.
  public static func masked(_ value: String) -> String {
    "••••" + value.suffix(4)
  }

  /// The name, or the id of a key that has none.
  public var displayName: String { name ?? id }
}
