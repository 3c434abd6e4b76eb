/// Makes the same ids and key values each time from the same seed: for tests, demonstrations and
/// simulations.
///
/// The values can be foretold, so keys that guard anything must come from a source that asks the
/// system for randomness.
/// Source: SplitMix64, G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators".
public final class SeededIdentifiers: IdentifierSource {
  private var state: UInt64

  /// A source that starts at a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// An id of lower-case letters and digits.
  ///
  /// - Parameter length: The number of characters, 1 or more.
  public func identifier(length: Int) -> String {
    text(length: length, from: Self.lowerCaseAlphanumerics)
  }

  /// A key value of 40 letters and digits.
  public func keyValue() -> String {
    text(length: Self.keyValueLength, from: Self.alphanumerics)
  }

  private func text(length: Int, from alphabet: [UInt8]) -> String {
    let bytes = (0..<length).map { _ in alphabet[Int(next() % UInt64(alphabet.count))] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let keyValueLength = 40
  private static let lowerCaseAlphanumerics = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
  private static let alphanumerics =
    lowerCaseAlphanumerics + Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
}
