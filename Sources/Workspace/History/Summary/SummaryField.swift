/// A member of an entity as a summary shows it.
struct SummaryField<Value>: Sendable {
  /// What people call it, for example `rate`.
  let name: String
  /// Its text; nil when it is not set.
  let text: @Sendable (Value) -> String?

  init(_ name: String, _ text: @escaping @Sendable (Value) -> String?) {
    self.name = name
    self.text = text
  }

  /// The longest value a summary spells out, in characters; longer ones are only named.
  private static var limitCharacters: Int { 40 }

  /// How the member changed, for example `rate 5 → 8`; nil when it did not.
  func difference(_ before: Value, _ after: Value) -> String? {
    let old = text(before)
    let new = text(after)
    guard old != new else { return nil }
    let texts = [old, new].map { $0 ?? "none" }
    guard texts.allSatisfy({ $0.count <= Self.limitCharacters }) else { return "new \(name)" }
    return "\(name) \(texts[0]) → \(texts[1])"
  }
}
