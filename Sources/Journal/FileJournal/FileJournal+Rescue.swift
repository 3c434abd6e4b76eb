extension FileJournal {
  /// Rewrites what a failed sync left uncertain into a new segment; the lock is held.
  ///
  /// Nothing is synced again in the poisoned file: the kernel has marked its lost pages clean and
  /// would report success. What `HEAD` names was durable before; every whole record behind it is
  /// copied, whatever became of the original.
  ///
  /// - Parameter tail: behind what `HEAD` names, or at the start of the active segment.
  func rescue(_ tail: RecordCursor, slot: HeadSlot?, now: JournalTime) throws(JournalError) {
    let segment = tail.segment
    let (durableHead, durableOffset) = (tail.head, tail.offset)
    try readTail(tail) { problem, end throws(JournalError) in
      // What cannot be read is a torn tail unless something says that it was durable.
      guard tail.head.sequence >= max(highestClaim, expectedHead?.sequence ?? 0) else {
        throw damaged(problem, at: tail)
      }
    }
    let lines = try journalCall("read \(segment.path)") { () throws(SystemCallError) in
      try segment.file.bytes(
        from: durableOffset, limitBytes: Int(tail.offset - durableOffset))
    }
    var next = manifest
    if durableHead.sequence >= next.active.first {
      next.segments[next.segments.count - 1].end = .init(
        last: durableHead.sequence, byteCount: durableOffset)
    } else {
      next.segments.removeLast()
    }
    try begin(after: durableHead, in: next, time: now, lines: lines)
    try headFile?.advance(
      to: tail.head, segment: manifest.active.serial,
      offset: cursor.offset + Int64(lines.count))
    writing?.durability.confirm(tail.head.sequence)
    report.rescuedFrom = durableHead.sequence + 1
  }
}
