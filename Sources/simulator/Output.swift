import Glibc

/// Unbuffered output: a reader at the other end of a pipe gets a line when it is true.
enum Output {
  /// Where to.
  enum Stream: Int32 {
    case standard = 1
    case error = 2
  }

  /// Writes a line with one call, or as many as it takes.
  ///
  /// - Returns: whether all of it was taken.
  @discardableResult
  static func writeLine(_ line: String, to stream: Stream = .standard) -> Bool {
    let bytes = Array("\(line)\n".utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(stream.rawValue, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
