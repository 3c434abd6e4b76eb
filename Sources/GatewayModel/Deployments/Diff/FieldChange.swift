/// One member that differs between two snapshots.
public struct FieldChange: Sendable, Hashable {
  /// The member in API Gateway's words, for example `apiKeyRequired` or `methodIntegration.uri`; an
  /// entry of a map by its key, `requestTemplates.application/json`.
  public var field: String
  /// The value before; nil when there was none.
  public var before: String?
  /// The value after; nil when there is none.
  public var after: String?

  /// A member that differs.
  public init(field: String, before: String?, after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}
