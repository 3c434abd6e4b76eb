/// The sizes of usage files.
public enum UsageLimits {
  /// The most identities (a key in a plan, or a key alone) that are counted in one workspace.
  public static let identities = 4_194_304
  /// The days of usage that are kept.
  public static let retentionDays = 400
  /// The decisions kept in the ring; the oldest is overwritten.
  public static let decisions = 65_536
  /// The slots that a usage file grows by.
  static let slotsPerChunk = 256
  /// Where the slots of a file begin, bytes: a page, so that chunks are whole pages.
  static let headerBytes = 4_096
}
