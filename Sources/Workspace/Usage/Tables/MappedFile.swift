internal import CSystem
internal import Glibc

/// A file of fixed records in memory, shared with other processes.
///
/// Mapped once at its largest size: the file grows beneath the mapping and no pointer ever moves. A range
/// is given room on the disk before it is written, so a full disk is an error here and no signal later.
///
/// `@unchecked Sendable`: all members are constant; the bytes are only touched by atomic operations, or
/// by readers that check what they copied.
final class MappedFile: @unchecked Sendable {
  let name: String
  let base: UnsafeMutableRawPointer
  let mappedBytes: Int
  private let descriptor: Int32

  /// Maps a file; owns the descriptor from here on, also when it fails.
  init(
    adopting descriptor: Int32, name: String, mappedBytes: Int, isWritable: Bool
  ) throws(UsageError) {
    var error: Int32 = 0
    guard let base = ks_map(descriptor, mappedBytes, isWritable, &error) else {
      ks_file_close(descriptor)
      throw .system(call: "mmap", file: name, errno: error)
    }
    self.descriptor = descriptor
    self.name = name
    self.base = base
    self.mappedBytes = mappedBytes
  }

  deinit {
    ks_unmap(base, mappedBytes)
    ks_file_close(descriptor)
  }

  /// The bytes the file has now; no more may be touched.
  func size() throws(UsageError) -> Int {
    var status = ks_file_status()
    let result = ks_file_get_status(descriptor, &status)
    guard result >= 0 else { throw .system(call: "fstat", file: name, errno: -result) }
    return min(Int(status.size_bytes), mappedBytes)
  }

  /// Gives a range room on the disk.
  func allocate(_ range: Range<Int>) throws(UsageError) {
    let result = ks_file_allocate(descriptor, Int64(range.lowerBound), Int64(range.count))
    guard result >= 0 else { throw .system(call: "fallocate", file: name, errno: -result) }
  }

  /// Waits until what was written is on the disk.
  func sync() throws(UsageError) {
    let result = ks_file_sync_data(descriptor)
    guard result >= 0 else { throw .system(call: "fdatasync", file: name, errno: -result) }
  }

  /// The 64-bit word at an offset that is a multiple of 8.
  @inline(__always)
  func word(at offset: Int) -> UnsafeMutablePointer<UInt64> {
    (base + offset).assumingMemoryBound(to: UInt64.self)
  }

  /// Reads the header, or writes it if the file is fresh.
  ///
  /// Called with the store's lock held when the file is writable. A file whose header is all zeros is
  /// fresh: its maker died before it wrote one.
  func adopt(_ header: TableHeader, isWritable: Bool) throws(UsageError) {
    if isWritable { try allocate(0..<UsageLimits.headerBytes) }
    guard try size() >= UsageLimits.headerBytes else { return }
    let found = Array(UnsafeRawBufferPointer(start: base, count: TableHeader.byteCount))
    if found.allSatisfy({ $0 == 0 }) {
      if isWritable { base.copyMemory(from: header.bytes, byteCount: TableHeader.byteCount) }
      return
    }
    if let reason = header.mismatch(found) { throw .damaged(file: name, reason: reason) }
  }
}
