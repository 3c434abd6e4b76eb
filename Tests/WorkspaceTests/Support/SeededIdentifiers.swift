import GatewayModel

/// Ids and key values that a seed decides.
final class SeededIdentifiers: IdentifierSource {
  private var numbers: SeededNumbers

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  func identifier(length: Int) -> String {
    text(length, of: "abcdefghijklmnopqrstuvwxyz0123456789")
  }

  func keyValue() -> String {
    text(40, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  }

  private func text(_ length: Int, of alphabet: String) -> String {
    String((0..<length).map { _ in alphabet.randomElement(using: &numbers) ?? "a" })
  }
}
