/// A member of a frozen part as text, with whether it acts on requests.
struct DescribedField: Hashable {
  /// In API Gateway's words.
  let name: String
  /// The value.
  let text: String
  /// Whether a request could be answered differently because of it.
  let acts: Bool

  /// A member.
  init(_ name: String, _ text: String, acts: Bool = true) {
    self.name = name
    self.text = text
    self.acts = acts
  }

  /// The members that differ: those that act in either form, and the others.
  ///
  /// - Complexity: linear in the number of members.
  static func compare(
    _ before: [DescribedField], _ after: [DescribedField]
  ) -> (acting: [FieldChange], ignored: [FieldChange]) {
    let old = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
    let new = Dictionary(after.map { ($0.name, $0) }) { first, _ in first }
    let names = before.map(\.name) + after.map(\.name).filter { old[$0] == nil }
    var (acting, ignored): ([FieldChange], [FieldChange]) = ([], [])
    for name in names where old[name]?.text != new[name]?.text {
      let change = FieldChange(field: name, before: old[name]?.text, after: new[name]?.text)
      if old[name]?.acts == true || new[name]?.acts == true {
        acting.append(change)
      } else {
        ignored.append(change)
      }
    }
    return (acting, ignored)
  }
}

extension [DescribedField] {
  /// Adds a member that has a value.
  mutating func add(_ name: String, _ text: String?, acts: Bool = true) {
    if let text, !text.isEmpty { append(DescribedField(name, text, acts: acts)) }
  }

  /// Adds the entries of a map by key.
  mutating func add(_ name: String, _ map: [String: String]?, acts: Bool = true) {
    for (key, text) in (map ?? [:]).sorted(by: { $0.key < $1.key }) {
      append(DescribedField("\(name).\(key)", text, acts: acts))
    }
  }
}
