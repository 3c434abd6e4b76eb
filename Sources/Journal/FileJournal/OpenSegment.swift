import Synchronization

/// A segment's open file, shared by the reader and by the tickets of what was appended to it.
final class OpenSegment: Sendable {
  /// How far a segment is known to be written.
  struct Reach: Sendable {
    var head: JournalHead
    var offset: Int64
  }

  let file: any StorageFile
  /// Where the file is, for messages.
  var path: String { file.path }
  let serial: UInt64
  /// The length of the header line: where the first record begins.
  let headerByteCount: Int64
  let created: JournalTime
  /// The record before the segment's first one.
  let start: JournalHead
  private let reach: Mutex<Reach>

  init(file: any StorageFile, header: SegmentHeader, headerByteCount: Int) {
    self.file = file
    serial = header.serial
    created = header.created
    self.headerByteCount = Int64(headerByteCount)
    start = JournalHead(sequence: header.first - 1, chain: header.previous)
    reach = Mutex(Reach(head: start, offset: Int64(headerByteCount)))
  }

  /// The last record that was written before now: what a sync that starts now makes durable.
  var written: Reach {
    get { reach.withLock { $0 } }
    set { reach.withLock { $0 = newValue } }
  }
}

extension OpenSegment {
  /// The file's length now, in bytes.
  func byteCount() throws(JournalError) -> Int64 {
    try journalCall("find the length of \(path)") { () throws(SystemCallError) in
      try file.status().sizeBytes
    }
  }
}

extension Workplace {
  /// Opens a segment and checks its header against the manifest.
  func openSegment(
    _ entry: Manifest.Segment, journal: TransactionID, writes: Bool
  ) throws(JournalError) -> OpenSegment {
    let path = "\(segments.path)/\(entry.file)"
    guard let file = try openFile(entry.file, in: segments, writes ? .readWrite : .read) else {
      throw JournalError(
        .segmentMismatch, "a segment named by the manifest is missing",
        at: .init(file: path, sequence: entry.first))
    }
    let start = try journalCall("read the header of \(path)") { () throws(SystemCallError) in
      try file.bytes(from: 0, limitBytes: SegmentHeader.limitBytes)
    }
    let line = start.prefix { $0 != 0x0a }.count + 1
    guard line <= start.count else {
      throw JournalError(
        .damaged, "the segment's header is cut off", at: .init(file: path, offset: 0))
    }
    let result = start.withUnsafeBytes { bytes in
      Result { () throws(LineProblem) in
        try SegmentHeader(line: UnsafeRawBufferPointer(rebasing: bytes[..<line]))
      }
    }
    switch result {
    case .failure(.newerVersion(let version)):
      throw JournalError(
        .newerVersion, "the segment is of format version \(version)", at: .init(file: path))
    case .failure(let problem):
      throw JournalError(
        .damaged, "the segment's header \(problem.description)", at: .init(file: path, offset: 0))
    case .success(let header):
      guard header.journal == journal, header.serial == entry.serial,
        header.first == entry.first, header.previous == entry.previous
      else {
        throw JournalError(
          .segmentMismatch, "the segment's header is not the one the manifest names",
          at: .init(file: path, sequence: entry.first))
      }
      return OpenSegment(file: file, header: header, headerByteCount: line)
    }
  }
}
