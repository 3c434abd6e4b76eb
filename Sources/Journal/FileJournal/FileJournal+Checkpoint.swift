extension FileJournal {
  /// The right to write a checkpoint of the state at the head.
  ///
  /// Call it on the journal's thread, together with taking the state that is to be written.
  public func planCheckpoint() -> CheckpointPlan {
    CheckpointPlan(
      place: place,
      mark: CheckpointMark(journal: manifest.journal, head: head, line: lastLine))
  }

  /// Opens the newest whole checkpoint that fits this journal, and moves the head behind it.
  ///
  /// Checkpoints that do not are passed over and named in the report. After a failure to make
  /// sense of the lines, ``rewind()`` and read everything.
  ///
  /// - Returns: the checkpoint, whose lines are to be taken before catching up; nil when there is
  ///   none.
  /// - Complexity: O(*n*) in the checkpoint's length.
  public func openNewestCheckpoint() throws(JournalError) -> CheckpointReader? {
    precondition(writing?.isLocked != true, "checkpoints are not for the lock")
    let names = try place.names(in: place.checkpoints).filter { $0.hasSuffix(".ck") }
    for name in names.reversed() {
      let path = "\(place.checkpoints.path)/\(name)"
      do throws(JournalError) {
        guard let file = try place.openFile(name, in: place.checkpoints, .read) else { continue }
        let reader = try CheckpointReader(file: file, journal: manifest.journal)
        try move(to: reader.trailer.mark, path: path)
        return reader
      } catch {
        report.skippedCheckpoints.append("\(path): \(error.message)")
      }
    }
    return nil
  }

  /// Puts the cursor behind a record, after the record was found and is the one the mark names.
  private func move(to mark: CheckpointMark, path: String) throws(JournalError) {
    let foreign = JournalError(
      .checkpointDamaged, "the journal has no record \(mark.head)", at: .init(file: path))
    guard let line = mark.line else {
      guard mark.head == head, head.sequence == 0 else { throw foreign }
      return
    }
    guard let index = manifest.segments.firstIndex(where: { $0.serial == line.segment }),
      mark.head.sequence >= manifest.segments[index].first
    else { throw foreign }
    let segment = try place.openSegment(
      manifest.segments[index], journal: manifest.journal,
      writes: writing != nil && manifest.segments[index].end == nil)
    let end: Int64
    if let closed = manifest.segments[index].end {
      end = closed.byteCount
    } else {
      end = try segment.byteCount()
    }
    guard line.offset >= segment.headerByteCount, line.offset < end else { throw foreign }
    let scanner = LineScanner(file: segment.file, offset: line.offset)
    guard case .line(let bytes) = try scanner.next(end: end),
      let record = try? JournalLine(checking: bytes), record.sequence == mark.head.sequence,
      digest.chain(of: bytes) == mark.head.chain
    else { throw foreign }
    cursor = RecordCursor(
      segment: segment, head: mark.head, offset: line.offset + Int64(bytes.count),
      digest: digest)
    recent.removeAll()
    recent.insert(record.id, sequence: record.sequence)
    highestClaim = record.durableSequence
    lastLine = line
    if let expectedHead, expectedHead.sequence == mark.head.sequence {
      try check(against: expectedHead)
    }
  }
}
