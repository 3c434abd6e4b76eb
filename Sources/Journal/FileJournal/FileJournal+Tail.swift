import CSystem

extension FileJournal {
  /// Cuts an unfinished last record off, after a copy of its bytes was kept; the lock is held.
  ///
  /// Damage at or below what is known to have been durable is refused: `HEAD` and the claims of the
  /// lines, those behind the damage included, are the bound.
  func cutTail(
    _ problem: LineProblem, at cursor: RecordCursor, end: Int64
  ) throws(JournalError) {
    let sequence = cursor.head.sequence + 1
    let (segment, offset) = (cursor.segment, cursor.offset)
    let bytes = try journalCall("read the end of \(segment.path)") {
      () throws(SystemCallError) in
      try segment.file.bytes(from: offset, limitBytes: Int(end - offset))
    }
    let slot = try headFile?.read().slot
    let bound = max(
      slot?.head.sequence ?? 0, highestClaim, writing?.durability.durableSequence ?? 0,
      Self.highestClaim(in: bytes))
    guard sequence > bound else { throw damaged(problem, at: cursor) }
    let checksum = bytes.withUnsafeBytes { ks_crc32c(0, $0.baseAddress, $0.count) }
    let copy = "torn-\(LineText.sixteenDigits(sequence))-\(String(checksum, radix: 16))"
    try keep(bytes, as: copy)
    try journalCall("cut the unfinished record off \(segment.path)") {
      () throws(SystemCallError) in try segment.file.truncate(to: offset)
    }
    cursor.forget()
    do throws(JournalError) {
      try place.syncCall("sync \(segment.path) after the cut") { () throws(SystemCallError) in
        try segment.file.sync()
      }
    } catch {
      writing?.durability.poison(sequence: sequence, segment: segment.serial)
      throw error
    }
    report.tornTails.append(
      RecoveryReport.TornTail(
        file: segment.path, offset: offset, byteCount: bytes.count, sequence: sequence,
        copy: "\(place.segments.path)/\(copy)"))
  }

  /// Keeps bytes in a file of their own. One of the same name holds the same bytes, or what an
  /// interrupted cut wrote of them.
  private func keep(_ bytes: [UInt8], as name: String) throws(JournalError) {
    try journalCall("keep a copy of the unfinished record") { () throws(SystemCallError) in
      do throws(SystemCallError) {
        try place.segments.remove(name)
      } catch  where error.isMissing {
        // The usual case.
      }
      let file = try place.segments.open(name, .createNew)
      try file.writeAll(bytes, at: 0)
      try file.sync()
      try place.segments.sync()
    }
  }

  /// The largest claim "durable up to" in the whole lines among damaged bytes.
  ///
  /// A power cut can damage a line that was never synced while a later one survives; a later one
  /// that says the damaged one was durable makes it a loss.
  private static func highestClaim(in bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var highest: UInt64 = 0
      var start = 0
      while let lineBreak = bytes[start...].firstIndex(of: 0x0a) {
        let line = UnsafeRawBufferPointer(rebasing: bytes[start...lineBreak])
        if let record = try? JournalLine(checking: line) {
          highest = max(highest, record.durableSequence)
        }
        start = lineBreak + 1
      }
      return highest
    }
  }
}
