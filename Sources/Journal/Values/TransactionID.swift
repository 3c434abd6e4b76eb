/// The 128-bit name of one transaction, chosen by whoever asks for the change.
///
/// A caller whose outcome is unknown asks again with the same name; the journal then finds the
/// first attempt instead of writing a second one.
public struct TransactionID: Sendable, Hashable, CustomStringConvertible {
  /// The text's length in bytes: 32 lower-case hexadecimal digits.
  static let textByteCount = 32

  /// The first 64 bits.
  public var high: UInt64
  /// The last 64 bits.
  public var low: UInt64

  /// Names a transaction by two words.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Draws a name.
  public init(using generator: inout some RandomNumberGenerator) {
    self.init(high: generator.next(), low: generator.next())
  }

  /// Reads 32 lower-case hexadecimal digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var copy = Array(text.utf8)
    guard let id = copy.withUnsafeMutableBytes({ TransactionID(text: UnsafeRawBufferPointer($0)) })
    else { return nil }
    self = id
  }

  init?(text: UnsafeRawBufferPointer) {
    guard text.count == Self.textByteCount,
      let high = Hexadecimal.value(UnsafeRawBufferPointer(rebasing: text[..<16])),
      let low = Hexadecimal.value(UnsafeRawBufferPointer(rebasing: text[16...]))
    else { return nil }
    self.init(high: high, low: low)
  }

  /// The name as 32 lower-case hexadecimal digits.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.textByteCount) { text in
      let buffer = UnsafeMutableRawBufferPointer(text)
      Hexadecimal.write(high, digits: 16, to: buffer, at: 0)
      Hexadecimal.write(low, digits: 16, to: buffer, at: 16)
      return Self.textByteCount
    }
  }
}
