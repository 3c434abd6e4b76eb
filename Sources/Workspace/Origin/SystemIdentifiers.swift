import CCrypto
public import GatewayModel

/// Ids and key values from the system's secure random source.
///
/// Letters are drawn by rejection, so each is equally likely: a key value of 40 of 62 letters and
/// digits holds 238 bits.
public final class SystemIdentifiers: IdentifierSource {
  /// A source without state of its own.
  public init() {}

  /// A fresh id of lower-case letters and digits.
  public func identifier(length: Int) -> String {
    text(of: Self.lowerAlphanumerics, length: length)
  }

  /// A fresh key value of 40 letters and digits.
  public func keyValue() -> String {
    text(of: Self.alphanumerics, length: Self.keyValueLength)
  }

  static let keyValueLength = 40
  static let lowerAlphanumerics = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
  static let alphanumerics =
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8) + lowerAlphanumerics

  private func text(of alphabet: [UInt8], length: Int) -> String {
    var generator = SecureRandomNumbers()
    return String(
      decoding: (0..<length).map { _ in
        alphabet[Int(generator.next(upperBound: UInt64(alphabet.count)))]
      }, as: UTF8.self)
  }
}
