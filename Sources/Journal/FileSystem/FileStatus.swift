/// What is known of a file or directory without reading it.
public struct FileStatus: Sendable, Hashable {
  /// What the name stands for.
  public enum Kind: Sendable, Hashable {
    /// A regular file.
    case file
    /// A directory.
    case directory
    /// A device, pipe, socket or link.
    case other
  }

  /// What the name stands for.
  public var kind: Kind
  /// The size in bytes.
  public var sizeBytes: Int64
  /// The permission bits, 0…0o7777.
  public var modeBits: UInt32
  /// The owning user.
  public var owner: UInt32
  /// The names the file has; 0 once it was removed or replaced.
  public var linkCount: UInt64

  /// Puts a status together.
  public init(kind: Kind, sizeBytes: Int64, modeBits: UInt32, owner: UInt32, linkCount: UInt64) {
    self.kind = kind
    self.sizeBytes = sizeBytes
    self.modeBits = modeBits
    self.owner = owner
    self.linkCount = linkCount
  }
}
