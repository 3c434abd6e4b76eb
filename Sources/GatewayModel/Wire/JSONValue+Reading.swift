extension JSONValue {
  /// Reads JSON text.
  ///
  /// A whole number that fits 64 bits is an integer, every other number a double.
  /// - Parameters:
  ///   - bytes: UTF-8, without a byte order mark; callers limit its length.
  ///   - rules: How strict it is.
  /// - Throws: `JSONReadingError` for anything but one JSON value.
  /// - Complexity: linear in the number of bytes.
  public init(
    reading bytes: UnsafeRawBufferPointer, rules: JSONReadingRules = .wire
  ) throws(JSONReadingError) {
    var reader = JSONReader(bytes.assumingMemoryBound(to: UInt8.self), rules: rules)
    self = try reader.value()
  }

  /// Reads JSON text.
  ///
  /// - Throws: `JSONReadingError` for anything but one JSON value.
  /// - Complexity: linear in the number of bytes.
  public init(
    reading bytes: [UInt8], rules: JSONReadingRules = .wire
  ) throws(JSONReadingError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(JSONReadingError) in try JSONValue(reading: bytes, rules: rules) }
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
