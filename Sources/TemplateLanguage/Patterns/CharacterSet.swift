/// The characters one place of a pattern takes.
struct CharacterSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var properties: [Property] = []
  var isNegated = false

  enum Property: Sendable {
    case letter, upper, lower, number, digit, notDigit, word, notWord, blank, notBlank, punctuation

    func holds(for scalar: UInt32) -> Bool {
      switch self {
      case .digit: (0x30...0x39).contains(scalar)
      case .notDigit: !Property.digit.holds(for: scalar)
      case .blank: scalar == 0x20 || (0x09...0x0D).contains(scalar)
      case .notBlank: !Property.blank.holds(for: scalar)
      case .word: scalar < 0x80 && (Self.isAlphanumeric(scalar) || scalar == 0x5F)
      case .notWord: !Property.word.holds(for: scalar)
      case .punctuation: (0x21...0x7E).contains(scalar) && !Self.isAlphanumeric(scalar)
      case .letter: Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
      case .upper: Unicode.Scalar(scalar)?.properties.isUppercase ?? false
      case .lower: Unicode.Scalar(scalar)?.properties.isLowercase ?? false
      case .number: Unicode.Scalar(scalar)?.properties.numericType != nil
      }
    }

    private static func isAlphanumeric(_ scalar: UInt32) -> Bool {
      (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar)
        || (0x61...0x7A).contains(scalar)
    }
  }

  init() {}

  init(_ property: Property) {
    properties = [property]
  }

  init(_ scalar: UInt32) {
    ranges = [scalar...scalar]
  }

  mutating func add(_ range: ClosedRange<UInt32>) {
    ranges.append(range)
  }

  mutating func add(_ other: CharacterSet) {
    ranges += other.ranges
    properties += other.properties
  }

  func contains(_ scalar: UInt32, ignoringCase: Bool) -> Bool {
    var isThere = containsExactly(scalar)
    if ignoringCase, !isThere, let other = Self.otherCase(of: scalar) {
      isThere = containsExactly(other)
    }
    return isThere != isNegated
  }

  private func containsExactly(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) } || properties.contains { $0.holds(for: scalar) }
  }

  /// The letter in the other case; of ASCII only, as Java has it unless told otherwise.
  static func otherCase(of scalar: UInt32) -> UInt32? {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar) ? scalar ^ 0x20 : nil
  }
}
