import Glibc

/// Finds the lines of a file one after the other through a read-ahead buffer.
///
/// Belongs to one thread.
final class LineScanner {
  /// What lies at the scanner's place.
  enum Found {
    /// A whole line with its line break, valid until the scanner is used again.
    case line(UnsafeRawBufferPointer)
    /// No line break before the end.
    case unterminated
    /// No line break within the longest line.
    case tooLong
  }

  /// Where the next line begins, in bytes.
  private(set) var offset: Int64

  private let file: any StorageFile
  private var buffer: UnsafeMutableRawBufferPointer
  /// What of `buffer` holds bytes of the file, and where in the file they lie.
  private var bufferedCount = 0
  private var bufferedOffset: Int64 = 0

  init(file: any StorageFile, offset: Int64) {
    self.file = file
    self.offset = offset
    buffer = .allocate(byteCount: JournalLimits.readBytes, alignment: 16)
  }

  deinit {
    buffer.deallocate()
  }

  /// Finds the line at the scanner's place without passing it.
  ///
  /// - Parameter end: where the file ends for this reading, in bytes.
  func next(end: Int64) throws(JournalError) -> Found {
    var searched = 0
    while true {
      let start = Int(offset - bufferedOffset)
      let available = max(0, bufferedCount - start)
      if available > searched, let base = buffer.baseAddress,
        let lineBreak = memchr(base + start + searched, 0x0a, available - searched)
      {
        let count = UnsafeRawPointer(lineBreak) - UnsafeRawPointer(base) - start + 1
        guard count <= JournalLimits.lineBytes else { return .tooLong }
        return .line(UnsafeRawBufferPointer(rebasing: buffer[start..<start + count]))
      }
      searched = available
      guard searched < JournalLimits.lineBytes else { return .tooLong }
      guard offset + Int64(searched) < end, try refill(keeping: searched, end: end)
      else { return .unterminated }
    }
  }

  /// Moves behind a line of `byteCount` bytes.
  func pass(byteCount: Int) {
    offset += Int64(byteCount)
  }

  /// Forgets what was read ahead: bytes behind the last whole line may be overwritten.
  func forget() {
    bufferedCount = 0
  }

  /// Reads on behind the `keeping` buffered bytes of the line at the scanner's place.
  ///
  /// - Returns: whether anything came.
  private func refill(keeping: Int, end: Int64) throws(JournalError) -> Bool {
    if keeping > 0 {
      let start = Int(offset - bufferedOffset)
      if keeping == buffer.count {
        let larger = UnsafeMutableRawBufferPointer.allocate(
          byteCount: min(buffer.count * 4, JournalLimits.lineBytes + 1), alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<start + keeping]))
        buffer.deallocate()
        buffer = larger
      } else if start > 0, let base = buffer.baseAddress {
        memmove(base, base + start, keeping)
      }
    }
    bufferedOffset = offset
    bufferedCount = keeping
    let wanted = min(Int64(buffer.count - keeping), end - offset - Int64(keeping))
    let target = UnsafeMutableRawBufferPointer(
      rebasing: buffer[keeping..<keeping + Int(wanted)])
    let from = offset + Int64(keeping)
    let count = try journalCall("read \(file.path)") { () throws(SystemCallError) in
      try file.read(into: target, at: from)
    }
    bufferedCount += count
    return count > 0
  }
}
