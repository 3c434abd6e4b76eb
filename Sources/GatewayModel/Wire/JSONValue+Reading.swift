extension JSONValue {
  /// How deep lists and objects may stand in each other unless a caller says otherwise.
  public static let depthLimit = 128

  /// Reads JSON text.
  ///
  /// A whole number that fits 64 bits is an integer, every other number a double.
  /// - Parameters:
  ///   - bytes: UTF-8, without a byte order mark; callers limit its length.
  ///   - depthLimit: How deep lists and objects may stand in each other.
  /// - Throws: `JSONReadingError` for anything but one JSON value.
  /// - Complexity: linear in the number of bytes.
  public init(
    reading bytes: UnsafeRawBufferPointer, depthLimit: Int = JSONValue.depthLimit
  ) throws(JSONReadingError) {
    var reader = JSONReader(bytes.assumingMemoryBound(to: UInt8.self), depthLimit: depthLimit)
    self = try reader.value()
  }

  /// Reads JSON text.
  ///
  /// - Throws: `JSONReadingError` for anything but one JSON value.
  /// - Complexity: linear in the number of bytes.
  public init(reading bytes: [UInt8]) throws(JSONReadingError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(JSONReadingError) in try JSONValue(reading: bytes) }
    }
    self = try result.get()
  }

  /// Reads JSON text.
  ///
  /// - Throws: `JSONReadingError` for anything but one JSON value.
  /// - Complexity: linear in the length of the text.
  public init(reading text: String) throws(JSONReadingError) {
    try self.init(reading: Array(text.utf8))
  }
}
