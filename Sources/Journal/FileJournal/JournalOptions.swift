/// How a file journal behaves.
public struct JournalOptions: Sendable {
  /// The file system; the operating system's own unless a test plays it.
  public var fileSystem: any FileSystem = PosixFileSystem()
  /// Whether a network or user-space file system is accepted, whose locks and syncs may not hold.
  public var allowsRemoteFileSystem = false
  /// The size from which a segment is followed by a new one, in bytes.
  public var segmentBytes = JournalLimits.segmentBytes
  /// The age from which a segment is followed by a new one, in microseconds.
  public var segmentAgeMicroseconds = JournalLimits.segmentAgeMicroseconds
  /// How long to wait for the lock.
  public var lockWait = JournalLimits.lockWait

  /// The product's own settings.
  public init() {}
}
