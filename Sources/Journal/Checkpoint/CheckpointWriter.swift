import Glibc

/// Takes the lines of a checkpoint.
public final class CheckpointWriter {
  /// What is gathered before it is written, in bytes.
  private static let bufferBytes = 1 << 20

  var file: (any StorageFile)?
  private let digest = Digest()
  private var buffer: [UInt8] = []
  private var offset: Int64 = 0
  private var lineCount: UInt64 = 0

  init() {
    buffer.reserveCapacity(Self.bufferBytes)
    digest.begin()
  }

  /// Adds one line.
  ///
  /// - Parameter line: its bytes, without a line break anywhere, at most
  ///   ``JournalLimits/lineBytes`` − 1 of them.
  /// - Throws: ``JournalErrorCode/invalidField``, ``JournalErrorCode/lineTooLong``, or what the
  ///   disk gives.
  /// - Complexity: O(*n*) in the line's length.
  public func append(_ line: UnsafeRawBufferPointer) throws(JournalError) {
    guard line.count < JournalLimits.lineBytes else {
      throw JournalError(.lineTooLong, "a checkpoint line takes \(line.count) bytes")
    }
    guard let base = line.baseAddress, memchr(base, 0x0a, line.count) == nil else {
      throw JournalError(.invalidField, "a checkpoint line is empty or holds a line break")
    }
    buffer.append(contentsOf: line)
    buffer.append(0x0a)
    lineCount += 1
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Adds one line; see the method of the same name.
  public func append(_ line: [UInt8]) throws(JournalError) {
    let result = line.withUnsafeBytes { bytes in
      Result { () throws(JournalError) in try append(bytes) }
    }
    try result.get()
  }

  /// Writes the trailer.
  func finish(_ mark: CheckpointMark) throws(JournalError) {
    try flush()
    let text = digest.finish { Hexadecimal.text($0) }
    buffer = CheckpointTrailer(mark: mark, lineCount: lineCount, digest: text).line
    try write()
  }

  private func flush() throws(JournalError) {
    buffer.withUnsafeBytes { digest.update($0) }
    try write()
  }

  private func write() throws(JournalError) {
    try journalCall("write the checkpoint") { () throws(SystemCallError) in
      try file?.writeAll(buffer, at: offset)
    }
    offset += Int64(buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }
}
