/// A checkpoint that was verified as a whole.
///
/// Belongs to one thread.
public final class CheckpointReader {
  /// The last record it includes.
  public var head: JournalHead { trailer.mark.head }
  /// The lines in it.
  public var lineCount: UInt64 { trailer.lineCount }
  /// The file, as a path.
  public var path: String { file.path }

  let trailer: CheckpointTrailer
  private let file: any StorageFile
  private let payloadByteCount: Int64

  /// Reads the trailer and holds the whole file against it, so that no line of a damaged one is
  /// ever handed over.
  ///
  /// - Complexity: O(*n*) in the file's length.
  init(file: any StorageFile, journal: TransactionID) throws(JournalError) {
    let (trailer, trailerOffset) = try Self.readTrailer(of: file)
    self.file = file
    self.trailer = trailer
    payloadByteCount = trailerOffset
    guard trailer.mark.journal == journal else {
      throw JournalError(
        .checkpointDamaged, "the checkpoint is of another journal", at: .init(file: path))
    }
    try verify()
  }

  /// Hands over every line, in order, without its line break.
  ///
  /// - Parameter body: takes one line, valid only inside.
  /// - Throws: what `body` throws, or a ``JournalError`` when the file changed since it was
  ///   verified.
  /// - Complexity: O(*n*) in the file's length.
  public func forEachLine(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let scanner = LineScanner(file: file, offset: 0)
    while scanner.offset < payloadByteCount {
      let line = try Self.line(try scanner.next(end: payloadByteCount), path, scanner.offset)
      try body(UnsafeRawBufferPointer(rebasing: line.dropLast()))
      scanner.pass(byteCount: line.count)
    }
  }

  private func verify() throws(JournalError) {
    let scanner = LineScanner(file: file, offset: 0)
    let digest = Digest()
    var count: UInt64 = 0
    digest.begin()
    while scanner.offset < payloadByteCount {
      let line = try Self.line(try scanner.next(end: payloadByteCount), path, scanner.offset)
      digest.update(line)
      count += 1
      scanner.pass(byteCount: line.count)
    }
    let text = digest.finish { Hexadecimal.text($0) }
    guard text == trailer.digest, count == trailer.lineCount else {
      throw JournalError(
        .checkpointDamaged, "the checkpoint's content is not what its trailer says",
        at: .init(file: path))
    }
  }

  private static func line(
    _ found: LineScanner.Found, _ path: String, _ offset: Int64
  ) throws(JournalError) -> UnsafeRawBufferPointer {
    guard case .line(let line) = found else {
      throw JournalError(
        .checkpointDamaged, "a checkpoint line has no end", at: .init(file: path, offset: offset))
    }
    return line
  }

  private static func readTrailer(
    of file: any StorageFile
  ) throws(JournalError) -> (CheckpointTrailer, offset: Int64) {
    let path = file.path
    let (size, bytes) = try journalCall("read the end of \(path)") {
      () throws(SystemCallError) in
      let size = try file.status().sizeBytes
      let start = max(0, size - Int64(CheckpointTrailer.limitBytes))
      return (size, try file.bytes(from: start, limitBytes: CheckpointTrailer.limitBytes))
    }
    let lineStart = bytes.dropLast().lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(LineProblem) in
        try CheckpointTrailer(line: UnsafeRawBufferPointer(rebasing: bytes[lineStart...]))
      }
    }
    switch result {
    case .success(let trailer): return (trailer, size - Int64(bytes.count - lineStart))
    case .failure(let problem):
      throw JournalError(
        .checkpointDamaged, "the checkpoint's trailer \(problem.description)",
        at: .init(file: path, offset: size))
    }
  }
}
