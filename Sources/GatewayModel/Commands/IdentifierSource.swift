/// Makes new ids and key values.
///
/// Randomness is a parameter: the program passes the system's random source, a test a seeded one.
public protocol IdentifierSource: AnyObject {
  /// A fresh id of lower-case letters and digits.
  ///
  /// - Parameter length: The number of characters, for example 10 for a key.
  func identifier(length: Int) -> String

  /// A fresh key value of 40 letters and digits, at least 128 bits from a secure source.
  func keyValue() -> String
}
