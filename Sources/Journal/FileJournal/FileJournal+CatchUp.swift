extension FileJournal {
  /// Reads what the segments hold behind the head; see ``JournalBackend``.
  @discardableResult
  public func catchUp(
    limitLines: Int, _ body: (JournalLine) throws -> Void
  ) throws -> CatchUpResult {
    precondition(writing?.isLocked != true, "inside the lock, catch up through the transaction")
    return try readOn(limitLines: limitLines, body)
  }

  /// What to do about bytes that are not the next record.
  enum Resolution {
    /// Read on: the files changed.
    case again
    /// A writer may be at work; a later call sees.
    case wait
  }

  /// Reads to the end of what is written, or to the caller's limit.
  func readOn(
    limitLines: Int, _ body: (JournalLine) throws -> Void
  ) throws -> CatchUpResult {
    precondition(limitLines > 0, "a limit of at least one line")
    defer { cursor.forget() }
    var count = 0
    while true {
      let end = try segmentEnd()
      let (found, problem) = try readSegment(end: end, limitLines: limitLines - count, body)
      count += found
      if count == limitLines { return CatchUpResult(lineCount: count, mayHaveMore: true) }
      if let problem {
        switch try resolve(problem, end: end) {
        case .again: continue
        case .wait: return CatchUpResult(lineCount: count, mayHaveMore: false)
        }
      }
      if try !moveToNextSegment() { break }
    }
    try checkNothingIsLost()
    let isLocked = writing?.isLocked == true
    writing?.isCaughtUp = isLocked
    return CatchUpResult(lineCount: count, mayHaveMore: false)
  }

  /// Where the current segment ends now, in bytes.
  private func segmentEnd() throws(JournalError) -> Int64 {
    let end: Int64
    if let closed = currentEntry?.end {
      end = closed.byteCount
    } else {
      end = try cursor.segment.byteCount()
    }
    // A rescue closes a segment before records that are rewritten in the next one; those already
    // read lie behind the end then, and reading goes on in the segment that has them now.
    if end >= cursor.offset { return end }
    guard try refreshManifest() else {
      throw error(.rewritten, "the segment became shorter than what was already read")
    }
    return try segmentEnd()
  }

  /// Hands over records up to `end`.
  private func readSegment(
    end: Int64, limitLines: Int, _ body: (JournalLine) throws -> Void
  ) throws -> (count: Int, problem: LineProblem?) {
    var count = 0
    while count < limitLines {
      switch try cursor.next(end: end) {
      case .end: return (count, nil)
      case .problem(let problem): return (count, problem)
      case .record(let line):
        try body(line)
        accept(line)
        count += 1
        if let expectedHead, cursor.head.sequence == expectedHead.sequence {
          try check(against: expectedHead)
        }
      }
    }
    return (count, nil)
  }

  private func accept(_ line: JournalLine) {
    lastLine = CheckpointMark.Line(segment: cursor.segment.serial, offset: cursor.offset)
    cursor.pass(line.sequence, line: line.bytes)
    recent.insert(line.id, sequence: line.sequence)
    highestClaim = max(highestClaim, line.durableSequence)
  }

  /// Holds the record just passed against what `HEAD` says of it.
  func check(against expected: JournalHead) throws(JournalError) {
    guard cursor.head == expected else {
      throw JournalError(
        .rewritten, "HEAD names chain \(expected.chain) where the record has \(cursor.head.chain)",
        at: .init(
          file: cursor.segment.path, offset: lastLine?.offset, sequence: expected.sequence))
    }
  }

  /// Decides about bytes that are not the next record.
  private func resolve(
    _ problem: LineProblem, end: Int64
  ) throws(JournalError) -> Resolution {
    if case .newerVersion(let version) = problem {
      throw error(.newerVersion, "record is of format version \(version)")
    }
    if currentEntry?.end != nil { throw damaged(problem) }
    if writing?.isLocked == true {
      try cutTail(problem, at: cursor, end: end)
      return .again
    }
    // The bytes may have been read while they were written, but never those of a record that was
    // durable before they were read: only what HEAD named at that time may be held against them.
    if cursor.head.sequence < max(highestClaim, expectedHead?.sequence ?? 0) {
      throw damaged(problem)
    }
    try lookAtHead()
    let isNamed = cursor.head.sequence < expectedHead?.sequence ?? 0
    cursor.forget()
    if isNamed { return .again }
    return try refreshManifest() ? .again : .wait
  }

  /// The error for a record that may have been acknowledged.
  func damaged(_ problem: LineProblem, at cursor: RecordCursor? = nil) -> JournalError {
    let cursor = cursor ?? self.cursor
    let sequence = cursor.head.sequence + 1
    let file = cursor.segment.file
    let start = (try? file.bytes(from: cursor.offset, limitBytes: JournalLimits.dumpBytes)) ?? []
    let dump = Hexadecimal.text(start, separator: " ")
    return JournalError(
      .damaged,
      "record \(sequence) \(problem.description)",
      at: .init(file: cursor.segment.path, offset: cursor.offset, sequence: sequence),
      firstBytes: dump)
  }

  /// Goes on behind the end of the current segment.
  ///
  /// - Returns: whether there is anywhere to go on.
  private func moveToNextSegment() throws(JournalError) -> Bool {
    if let end = currentEntry?.end {
      guard cursor.head.sequence == end.last,
        let index = manifest.segments.firstIndex(where: { $0.serial > cursor.segment.serial })
      else {
        throw error(
          .segmentMismatch, "the segment ends with record \(cursor.head.sequence), not \(end.last)")
      }
      let next = try cursor(atSegment: index)
      guard next.head == cursor.head else {
        throw error(
          .segmentMismatch,
          "the segment ends with \(cursor.head), but the next one follows \(next.head)")
      }
      cursor = next
      return true
    }
    return try refreshManifest()
  }

  /// Takes a switch of the manifest over, if another process made one.
  ///
  /// - Returns: whether there was one.
  func refreshManifest() throws(JournalError) -> Bool {
    let file = manifestFile
    let status = try journalCall("look at MANIFEST") { () throws(SystemCallError) in
      try file.status()
    }
    if status.linkCount > 0 { return false }
    let (newManifest, newFile) = try place.readManifest()
    guard newManifest.journal == manifest.journal else {
      throw error(.rewritten, "another journal was put in the place of this one")
    }
    (manifest, manifestFile) = (newManifest, newFile)
    if let entry = currentEntry {
      let isStillThere = entry.end.map { $0.byteCount >= cursor.offset } ?? true
      if isStillThere { return true }
    }
    try relocate()
    return true
  }

  /// Finds the cursor's record again after the segment it was read from was replaced.
  ///
  /// - Complexity: O(*n*) in the segment's length.
  func relocate() throws(JournalError) {
    let wanted = cursor.head
    guard let index = manifest.index(holding: wanted.sequence + 1) else {
      throw error(.rewritten, "no segment holds record \(wanted.sequence + 1)")
    }
    let found = try cursor(atSegment: index)
    let end: Int64
    if let closed = manifest.segments[index].end {
      end = closed.byteCount
    } else {
      end = try found.segment.byteCount()
    }
    var line = lastLine
    while found.head.sequence < wanted.sequence {
      guard case .record(let record) = try found.next(end: end) else {
        throw error(.rewritten, "record \(found.head.sequence + 1) was read and is gone")
      }
      line = CheckpointMark.Line(segment: found.segment.serial, offset: found.offset)
      found.pass(record.sequence, line: record.bytes)
    }
    guard found.head == wanted else {
      throw error(.rewritten, "record \(wanted.sequence) is not the one that was read")
    }
    found.forget()
    (cursor, lastLine) = (found, line)
  }

  /// Holds the end that was read to against what was known to exist before it was read.
  private func checkNothingIsLost() throws(JournalError) {
    let known = max(expectedHead?.sequence ?? 0, highestClaim)
    guard cursor.head.sequence >= known else {
      throw error(
        .rolledBack,
        "the journal ends with record \(cursor.head.sequence), but record \(known) was durable")
    }
  }
}
