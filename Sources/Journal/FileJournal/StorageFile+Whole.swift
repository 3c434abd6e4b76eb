extension StorageFile {
  /// Writes all of `bytes`, in as many calls as it takes.
  func writeAll(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(SystemCallError) {
    var done = 0
    while done < bytes.count {
      let count = try write(
        UnsafeRawBufferPointer(rebasing: bytes[done...]), at: offset + Int64(done))
      guard count > 0 else {
        // A write of nothing without an error: only a full disk can be meant.
        throw SystemCallError(call: "pwrite", path: path, number: 28)
      }
      done += count
    }
  }

  /// Writes all of `bytes`.
  func writeAll(_ bytes: [UInt8], at offset: Int64) throws(SystemCallError) {
    let result = bytes.withUnsafeBytes { buffer -> Result<Void, SystemCallError> in
      Result { () throws(SystemCallError) in try writeAll(buffer, at: offset) }
    }
    try result.get()
  }

  /// Reads until the buffer is full or the file ends.
  ///
  /// - Returns: the bytes read.
  func readFully(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
  ) throws(SystemCallError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = try read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]),
        at: offset + Int64(done))
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// The bytes from `offset` on, at most `limitBytes`.
  func bytes(from offset: Int64, limitBytes: Int) throws(SystemCallError) -> [UInt8] {
    let available = max(0, try status().sizeBytes - offset)
    var bytes = [UInt8](repeating: 0, count: Int(min(available, Int64(limitBytes))))
    let result = bytes.withUnsafeMutableBytes { buffer -> Result<Int, SystemCallError> in
      Result { () throws(SystemCallError) in try readFully(into: buffer, at: offset) }
    }
    bytes.removeLast(bytes.count - (try result.get()))
    return bytes
  }
}
