/// Every limit of the journal, with its unit.
public enum JournalLimits {
  /// The longest record line, line break included, in bytes. The caller splits larger imports.
  public static let lineBytes = 8 * 1024 * 1024
  /// The longest actor name, in bytes of UTF-8.
  public static let actorBytes = 256
  /// The longest surface name, in bytes.
  public static let surfaceBytes = 32
  /// The size from which a segment is followed by a new one, in bytes.
  public static let segmentBytes: Int64 = 64 * 1024 * 1024
  /// The age from which a segment is followed by a new one: 24 hours, in microseconds.
  public static let segmentAgeMicroseconds: Int64 = 24 * 3600 * 1_000_000
  /// How long a writer waits for the journal's lock before it names the holder.
  public static let lockWait = Duration.seconds(5)
  /// The transaction names remembered for retries, in transactions.
  public static let recentTransactions = 16_384
  /// The checkpoints kept, in files. The older one is there for the day the newer one is damaged.
  public static let checkpointsKept = 2
  /// The largest `MANIFEST`, in bytes: some 80,000 segments.
  public static let manifestBytes = 16 * 1024 * 1024
  /// How often a follower looks for news without having been told, because notifications are hints
  /// and may be lost.
  public static let followInterval = Duration.seconds(1)

  /// What is read from a segment in one call, in bytes.
  static let readBytes = 256 * 1024
  /// The bytes of a damaged line an error shows.
  static let dumpBytes = 64
}
