/// Presses one after the other that mean one thing, such as `g g`.
public struct KeySequence: Hashable, Sendable {
  /// The presses, at least one.
  public let keys: [KeyEvent]

  /// Makes a sequence; nil when there is no press in it.
  public init?(_ keys: [KeyEvent]) {
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// Makes a sequence of one press.
  public init(_ key: KeyEvent) { keys = [key] }

  /// Reads notations with blanks between them.
  /// - Throws: `KeyNotationError` when a part names no key or there is none.
  public init(notation: String) throws {
    let keys = try notation.split(separator: " ").map { try KeyEvent(notation: String($0)) }
    guard let sequence = KeySequence(keys) else { throw KeyNotationError(text: notation) }
    self = sequence
  }

  /// True when `typed` may still become this sequence: it is a beginning of it, not all of it.
  public func isBegun(by typed: [KeyEvent]) -> Bool {
    typed.count < keys.count && keys.starts(with: typed)
  }
}

extension KeySequence: CustomStringConvertible {
  /// The notations with blanks between them.
  public var description: String { keys.map(\.description).joined(separator: " ") }
}
