/// Reads the records of one segment in order and checks each: trailer, fields, sequence, chain.
///
/// Belongs to one thread.
final class RecordCursor {
  /// What lies at the cursor.
  enum Step {
    /// The next record, valid until the cursor is used again.
    case record(JournalLine)
    /// Nothing: the segment ends here.
    case end
    /// Bytes that are not the next record, at least not yet.
    case problem(LineProblem)
  }

  let segment: OpenSegment
  /// The last record passed.
  private(set) var head: JournalHead
  private let scanner: LineScanner
  private let digest: Digest

  /// Where the next record begins, in bytes.
  var offset: Int64 { scanner.offset }

  /// A cursor at a place known to be behind a record, or at the segment's first one.
  init(segment: OpenSegment, head: JournalHead, offset: Int64, digest: Digest) {
    self.segment = segment
    self.head = head
    self.digest = digest
    scanner = LineScanner(file: segment.file, offset: offset)
  }

  /// A cursor before a segment's first record.
  convenience init(startOf segment: OpenSegment, digest: Digest) {
    self.init(
      segment: segment, head: segment.start, offset: segment.headerByteCount, digest: digest)
  }

  /// Reads the record at the cursor without passing it.
  ///
  /// - Parameter end: where the segment ends now, in bytes.
  func next(end: Int64) throws(JournalError) -> Step {
    guard offset < end else { return .end }
    let line: UnsafeRawBufferPointer
    switch try scanner.next(end: end) {
    case .line(let bytes): line = bytes
    case .unterminated: return .problem(.unterminated)
    case .tooLong: return .problem(.tooLong)
    }
    do throws(LineProblem) {
      let record = try JournalLine(checking: line)
      guard record.sequence == head.sequence + 1 else {
        throw .sequence(expected: head.sequence + 1, found: record.sequence)
      }
      guard record.previous == head.chain else {
        throw .chain(expected: head.chain, found: record.previous)
      }
      return .record(record)
    } catch {
      return .problem(error)
    }
  }

  /// Moves behind a record that ``next(end:)`` gave, or that was just written there.
  func pass(_ sequence: UInt64, line: UnsafeRawBufferPointer) {
    precondition(sequence == head.sequence + 1, "records are passed in order")
    head = JournalHead(sequence: sequence, chain: digest.chain(of: line))
    scanner.pass(byteCount: line.count)
  }

  /// Forgets what was read ahead: bytes behind the last whole line may be overwritten.
  func forget() {
    scanner.forget()
  }
}
