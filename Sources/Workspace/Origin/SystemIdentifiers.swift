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

  /// A fresh access key id: `KEYS` and 16 of 32 letters and digits, 80 random bits. Not AWS's own
  /// `AKIA`, so that no scanner for leaked secrets takes it for one of theirs.
  func accessKeyId() -> String {
    "KEYS" + text(of: Self.base32, length: Self.accessKeyIdLength - 4)
  }

  /// A fresh secret access key of 40 letters and digits, which need no quoting anywhere.
  func secretAccessKey() -> String {
    text(of: Self.alphanumerics, length: Self.secretLength)
  }

  static let keyValueLength = 40
  static let accessKeyIdLength = 20
  static let secretLength = 40
  /// Source: RFC 4648 section 6.
  static let base32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
  static let lowerAlphanumerics = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
  static let alphanumerics =
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8) + lowerAlphanumerics

  private func text(of alphabet: [UInt8], length: Int) -> String {
    let fair = SecureRandomNumbers.fairBytes(below: alphabet.count)
    var letters: [UInt8] = []
    letters.reserveCapacity(length)
    while letters.count < length {
      for byte in SecureRandomNumbers.bytes(2 * (length - letters.count))
      where byte < fair && letters.count < length {
        letters.append(alphabet[Int(byte) % alphabet.count])
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
