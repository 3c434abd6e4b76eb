/// The bounds of what the command line reads and lists.
enum AdminLimits {
  /// A key value with its line end, in bytes.
  static let secretBytes = 4_096
  /// A file of keys, in bytes. Source: API Gateway developer guide, import limits.
  static let importBytes = 6 * 1_048_576
  /// Days of usage that one command reads: ten years.
  static let usageDays = 3_660
  /// History entries shown unless told otherwise.
  static let historyEntries = 50
}
