/// Constants of the on-disk format that more than one file states.
enum RecordFormat {
  /// The major version of records, segments and manifest. Readers refuse larger ones.
  static let version: UInt64 = 1
  /// The bytes a record needs beyond actor, surface and operations, rounded up.
  static let frameBytes = 320
}
