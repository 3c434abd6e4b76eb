internal import CSystem
internal import Enforcement
internal import Glibc

/// Which slot belongs to which identity: an append-only file and what of it was read.
///
/// Its lock guards every change of the files' structure, in all processes.
struct IdentityTable: ~Copyable {
  static let fileName = "identities"
  /// What is read at once: little to see that nothing is new, more when something is.
  private static let firstReadBytes = 4_096
  private static let readBytes = 1 << 20

  private let name: String
  private let descriptor: Int32
  private(set) var slots: [UsageIdentity: UsageSlot] = [:]
  /// By slot; nil for a record that was not wholly written.
  private(set) var identities: [UsageIdentity?] = []

  /// Opens the table, or returns nil if there is none and none is to be made.
  static func open(
    in directory: inout UsageDirectory, isWritable: Bool
  ) throws(UsageError) -> IdentityTable? {
    guard let descriptor = try directory.open(fileName, isWritable: isWritable) else { return nil }
    var table = IdentityTable(name: directory.name(of: fileName), descriptor: descriptor)
    if isWritable {
      try table.lock()
      defer { table.unlock() }
      try table.writeHeader()
    }
    try table.refresh()
    return table
  }

  private init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  deinit {
    ks_file_close(descriptor)
  }

  /// Waits for the lock on the files' structure.
  func lock() throws(UsageError) {
    try check(ks_file_lock(descriptor), "flock")
  }

  /// Gives the lock back.
  func unlock() {
    _ = ks_file_unlock(descriptor)
  }

  /// The file for waiting until all identities are on the disk, which takes too long to hold the
  /// store's lock meanwhile.
  func fileToSync() throws(UsageError) -> UnsyncedFile {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .system(call: "fcntl", file: name, errno: errno) }
    return UnsyncedFile(name: name, descriptor: copy)
  }

  /// Reads what other processes have added.
  ///
  /// Broken records at the end are read again: another process may have written over them.
  /// - Complexity: linear in the number of identities added since.
  mutating func refresh() throws(UsageError) {
    dropBrokenEnd()
    var bytes = [UInt8](repeating: 0, count: Self.firstReadBytes)
    while true {
      let offset = Self.offset(of: identities.count)
      let count = bytes.withUnsafeMutableBytes {
        ks_file_read(descriptor, $0.baseAddress, $0.count, Int64(offset))
      }
      try check(Int32(count), "read")
      let records = Int(count) / IdentityRecord.byteCount
      for index in 0..<records {
        let start = index * IdentityRecord.byteCount
        take(IdentityRecord.identity(of: bytes[start..<(start + IdentityRecord.byteCount)]))
      }
      if Int(count) < bytes.count { return }
      if bytes.count < Self.readBytes { bytes = [UInt8](repeating: 0, count: Self.readBytes) }
    }
  }

  /// Adds an identity that has no slot; the lock is held and the table is fresh.
  ///
  /// A record that a power cut left broken at the end is written over: its slot was never durable.
  mutating func append(_ identity: UsageIdentity) throws(UsageError) -> UsageSlot {
    dropBrokenEnd()
    guard identities.count < UsageLimits.identities else { throw .tooManyIdentities }
    let record = try IdentityRecord.bytes(of: identity)
    try write(record, at: Self.offset(of: identities.count))
    let slot = UsageSlot(Int32(identities.count))
    take(identity)
    return slot
  }

  private mutating func dropBrokenEnd() {
    while identities.last == .some(nil) { identities.removeLast() }
  }

  private mutating func take(_ identity: UsageIdentity?) {
    if let identity, slots[identity] == nil { slots[identity] = UsageSlot(Int32(identities.count)) }
    identities.append(identity)
  }

  private static func offset(of slot: Int) -> Int {
    UsageLimits.headerBytes + slot * IdentityRecord.byteCount
  }

  private func writeHeader() throws(UsageError) {
    let header = TableHeader(kind: .identities, recordBytes: IdentityRecord.byteCount)
    var found = [UInt8](repeating: 0, count: TableHeader.byteCount)
    let count = found.withUnsafeMutableBytes {
      ks_file_read(descriptor, $0.baseAddress, $0.count, 0)
    }
    try check(Int32(count), "read")
    if found.allSatisfy({ $0 == 0 }) { return try write(header.bytes, at: 0) }
    if let reason = header.mismatch(found) { throw .damaged(file: name, reason: reason) }
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(UsageError) {
    let count = bytes.withUnsafeBytes {
      ks_file_write(descriptor, $0.baseAddress, $0.count, Int64(offset))
    }
    try check(Int32(count), "write")
    guard count == bytes.count else {
      throw .system(call: "write", file: name, errno: ENOSPC)
    }
  }

  private func check(_ result: Int32, _ call: String) throws(UsageError) {
    guard result < 0 else { return }
    throw .system(call: call, file: name, errno: -result)
  }
}
