import Synchronization

/// `HEAD`: the last record known to be durable, in two slots.
///
/// Written only after the log was synced, so on disk it may lag but never lead, and needs no sync
/// of its own. It carries its own lock, so that an acknowledging thread never waits for a writer.
final class HeadFile: Sendable {
  /// What the two slots say.
  struct Reading: Hashable {
    /// The newest whole slot.
    var slot: HeadSlot?
    /// How many of the two slots are whole; a slot never written counts as whole.
    var wholeSlots: Int
  }

  private let file: any StorageFile
  // The file's lock belongs to the open file, which all threads of this process share.
  private let threads = Mutex<Void>(())

  init(file: any StorageFile) {
    self.file = file
  }

  /// Reads both slots, without the lock: a slot caught half-written is not whole, and the other
  /// one is the newest then.
  func read() throws(JournalError) -> Reading {
    try journalCall("read HEAD") { () throws(SystemCallError) in try readSlots() }
  }

  /// Moves `HEAD` forward to a durable record, unless it is there already.
  func advance(to head: JournalHead, segment: UInt64, offset: Int64) throws(JournalError) {
    let result = threads.withLock { _ in
      Result { () throws(JournalError) in
        try advanceAlone(to: head, segment: segment, offset: offset)
      }
    }
    try result.get()
  }

  private func advanceAlone(
    to head: JournalHead, segment: UInt64, offset: Int64
  ) throws(JournalError) {
    let isLocked = try journalCall("lock HEAD") { () throws(SystemCallError) in
      try file.lock(limit: JournalLimits.lockWait)
    }
    guard isLocked else {
      throw JournalError(.busy, "HEAD is locked by another process", at: .init(file: file.path))
    }
    defer { try? file.unlock() }
    try journalCall("write HEAD") { () throws(SystemCallError) in
      let newest = try readSlots().slot
      if let newest, newest.head.sequence > head.sequence { return }
      // A rescue moves records to a later segment; a writer that missed it does not move them back.
      if let newest, newest.head == head, newest.segment >= segment { return }
      let next = HeadSlot(
        generation: (newest?.generation ?? 0) + 1, head: head, segment: segment,
        offset: UInt64(offset))
      try write(next)
    }
  }

  private func write(_ slot: HeadSlot) throws(SystemCallError) {
    let result = withUnsafeTemporaryAllocation(
      byteCount: HeadSlot.byteCount, alignment: 8
    ) { buffer in
      slot.write(to: buffer)
      return Result { () throws(SystemCallError) in
        try file.writeAll(
          UnsafeRawBufferPointer(buffer),
          at: Int64(slot.generation % 2) * Int64(HeadSlot.byteCount))
      }
    }
    try result.get()
  }

  private func readSlots() throws(SystemCallError) -> Reading {
    let result = withUnsafeTemporaryAllocation(
      byteCount: 2 * HeadSlot.byteCount, alignment: 8
    ) { buffer in
      buffer.initializeMemory(as: UInt8.self, repeating: 0)
      return Result { () throws(SystemCallError) in
        _ = try file.readFully(into: buffer, at: 0)
        return Self.reading(UnsafeRawBufferPointer(buffer))
      }
    }
    return try result.get()
  }

  private static func reading(_ buffer: UnsafeRawBufferPointer) -> Reading {
    var reading = Reading(slot: nil, wholeSlots: 0)
    for index in 0...1 {
      let bytes = UnsafeRawBufferPointer(
        rebasing: buffer[index * HeadSlot.byteCount..<(index + 1) * HeadSlot.byteCount])
      if let slot = HeadSlot(bytes) {
        reading.wholeSlots += 1
        if slot.generation >= reading.slot?.generation ?? 0 { reading.slot = slot }
      } else if bytes.allSatisfy({ $0 == 0 }) {
        reading.wholeSlots += 1
      }
    }
    return reading
  }
}
