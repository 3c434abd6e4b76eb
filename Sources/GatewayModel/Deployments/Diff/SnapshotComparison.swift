/// Sorts differences into those that act and those that do not.
struct SnapshotComparison {
  private(set) var changes: [SnapshotChange] = []
  private(set) var ignored: [SnapshotChange] = []

  mutating func addSettings(_ before: [DescribedField], _ after: [DescribedField]) {
    for field in DescribedField.compare(before, after).acting {
      changes.append(
        SnapshotChange(
          subject: .setting(field.field), kind: kind(field.before, field.after), fields: [field]))
    }
  }

  mutating func add<Key: Hashable & Comparable>(
    _ before: [Key: [DescribedField]], _ after: [Key: [DescribedField]],
    subject: (Key) -> ChangeSubject
  ) {
    for key in Set(before.keys).union(after.keys).sorted() {
      add(
        subject(key), kind(before[key], after[key]),
        DescribedField.compare(before[key] ?? [], after[key] ?? []))
    }
  }

  mutating func addValidators(
    _ before: DescribedSnapshot, _ after: DescribedSnapshot, shared: Set<RequestValidatorID>
  ) {
    for id in Set(before.validators.keys).union(after.validators.keys).sorted() {
      var fields = DescribedField.compare(
        before.validators[id] ?? [], after.validators[id] ?? [])
      if !shared.contains(id) { fields = ([], fields.acting + fields.ignored) }
      add(.requestValidator(id), kind(before.validators[id], after.validators[id]), fields)
    }
  }

  /// A type is compared by what acts for it; a class default by whether it acts for any type that has
  /// no setting of its own.
  mutating func addGatewayResponses(
    _ before: [GatewayResponseType: GatewayResponse],
    _ after: [GatewayResponseType: GatewayResponse]
  ) {
    var reached: Set<GatewayResponseType> = []
    let types = GatewayResponseType.allCases.filter { $0.classDefault != nil }
    for type in types {
      let (old, new) = (fields(of: type, among: before), fields(of: type, among: after))
      guard old != new else { continue }
      if before[type] == after[type] { reached.formUnion(type.classDefault.map { [$0] } ?? []) }
    }
    for type in GatewayResponseType.allCases where before[type] != after[type] {
      var fields = DescribedField.compare(
        fields(of: type, among: before), fields(of: type, among: after))
      if type.classDefault == nil, !reached.contains(type) {
        fields = ([], fields.acting + fields.ignored)
      }
      let change = SnapshotChange(
        subject: .gatewayResponse(type), kind: kind(before[type], after[type]),
        fields: fields.acting.isEmpty ? fields.ignored : fields.acting)
      if fields.acting.isEmpty { ignored.append(change) } else { changes.append(change) }
    }
  }

  private func fields(
    of type: GatewayResponseType, among responses: [GatewayResponseType: GatewayResponse]
  ) -> [DescribedField] {
    let response = EffectiveGatewayResponse(of: type, among: responses)
    var fields: [DescribedField] = []
    fields.add("statusCode", response.statusCode)
    fields.add("responseParameters", response.responseParameters)
    fields.add("responseTemplates", response.responseTemplates)
    return fields
  }

  private mutating func add(
    _ subject: ChangeSubject, _ kind: ChangeKind,
    _ fields: (acting: [FieldChange], ignored: [FieldChange])
  ) {
    if !fields.acting.isEmpty {
      changes.append(SnapshotChange(subject: subject, kind: kind, fields: fields.acting))
    }
    let explained = fields.acting.contains { $0.field == "requestValidator" }
    let others = fields.ignored.filter { !explained || $0.field != "requestValidatorId" }
    // A part that came or went says so once: its other members are no edits of their own.
    if !others.isEmpty, kind == .changed || fields.acting.isEmpty {
      ignored.append(SnapshotChange(subject: subject, kind: kind, fields: others))
    }
  }

  private func kind<Part>(_ before: Part?, _ after: Part?) -> ChangeKind {
    switch (before, after) {
    case (nil, _): .added
    case (_, nil): .removed
    default: .changed
    }
  }
}
