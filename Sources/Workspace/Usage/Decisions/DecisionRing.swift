internal import CSystem
internal import Enforcement

/// The newest decisions of all gateways of a workspace, in a mapped file of fixed records.
///
/// Any number of processes write and read at once and none waits for another. A writer takes the next
/// place with one atomic addition and locks its record by the record's own sequence; a reader copies and
/// then checks sequence and checksum, so what it returns was written by one writer, whole. A record that
/// a killed writer left half-written is skipped and later overwritten.
/// The layout of the file: `Usage.md` in this target's documentation.
public final class DecisionRing: Sendable {
  static let fileName = "decisions"
  /// Where the number of decisions taken so far stands: a cache line of its own.
  static let headOffset = 128

  let file: MappedFile

  /// Opens the ring of a workspace for writing; makes it if there is none.
  ///
  /// - Parameter workspacePath: The workspace's folder.
  public convenience init(writingTo workspacePath: String) throws(UsageError) {
    guard let file = try Self.open(workspacePath, isWritable: true) else {
      throw .damaged(file: Self.fileName, reason: "it vanished")
    }
    self.init(file)
  }

  /// Opens the ring of a workspace for reading.
  ///
  /// - Returns: Nil if no gateway has made one yet.
  public static func reading(_ workspacePath: String) throws(UsageError) -> DecisionRing? {
    guard let file = try open(workspacePath, isWritable: false),
      try file.size() >= byteCount
    else { return nil }
    return DecisionRing(file)
  }

  private init(_ file: MappedFile) {
    self.file = file
  }

  /// The number of decisions recorded so far; 0 for none.
  public var newest: UInt64 { ks_atomic_load(file.word(at: Self.headOffset)) }

  /// Records a decision in place of the oldest.
  ///
  /// - Complexity: constant; some 100 nanoseconds.
  public func append(_ entry: DecisionEntry) {
    let sequence = ks_atomic_add(file.word(at: Self.headOffset), 1) + 1
    let offset = Self.offset(of: sequence)
    let lock = file.word(at: offset)
    var seen = ks_atomic_load_acquire(lock)
    repeat {
      // A writer that was held up for a whole round of the ring leaves the newer record alone.
      if seen >> 1 >= sequence { return }
    } while !ks_atomic_exchange_if(lock, &seen, sequence << 1 | 1)
    ks_atomic_fence_release()
    DecisionCodec.write(
      entry,
      to: UnsafeMutableRawBufferPointer(
        start: file.base + offset, count: DecisionLayout.byteCount))
    ks_atomic_store_release(lock, sequence << 1)
  }

  static let byteCount =
    UsageLimits.headerBytes + UsageLimits.decisions * DecisionLayout.byteCount

  static func offset(of sequence: UInt64) -> Int {
    UsageLimits.headerBytes
      + Int(sequence % UInt64(UsageLimits.decisions)) * DecisionLayout.byteCount
  }

  private static func open(
    _ workspacePath: String, isWritable: Bool
  ) throws(UsageError) -> MappedFile? {
    var directory = UsageDirectory(path: "\(workspacePath)/usage")
    guard let descriptor = try directory.open(fileName, isWritable: isWritable) else { return nil }
    let file = try MappedFile(
      adopting: descriptor, name: directory.name(of: fileName), mappedBytes: byteCount,
      isWritable: isWritable)
    if isWritable { try file.allocate(0..<byteCount) }
    try file.adopt(
      TableHeader(
        kind: .decisions, recordBytes: DecisionLayout.byteCount,
        detail: Int64(UsageLimits.decisions)),
      isWritable: isWritable)
    return file
  }
}
