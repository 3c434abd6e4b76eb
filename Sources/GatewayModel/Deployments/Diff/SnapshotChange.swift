/// A part of an API that differs between two snapshots.
public struct SnapshotChange: Sendable, Hashable {
  /// Which part.
  public var subject: ChangeSubject
  /// Whether it came, went or differs.
  public var kind: ChangeKind
  /// The members that differ; of a part that came or went, those it has.
  public var fields: [FieldChange]

  /// A part that differs.
  public init(subject: ChangeSubject, kind: ChangeKind, fields: [FieldChange]) {
    self.subject = subject
    self.kind = kind
    self.fields = fields
  }
}
