/// How much of a document is read.
///
/// Source: API Gateway developer guide, "Quotas for importing and exporting": 6 MB a definition.
public enum DocumentLimits {
  /// The longest document, in bytes.
  public static let documentBytes = 6 * 1_024 * 1_024
  /// How deep lists and objects may stand in each other.
  public static let depth = 64
  /// Values of a document, those that aliases repeat counted each time.
  public static let valueCount = 1_000_000
  /// References that lead to references before the last one is given up.
  public static let referenceHops = 32
}
