/// A set of characters: `[a-z]`, `\d`, `\p{L}`.
struct PatternSet: Sendable, Hashable {
  /// A property that whole blocks of characters have.
  enum Category: String, Sendable, Hashable {
    case letter = "L"
    case upper = "Lu"
    case lower = "Ll"
    case number = "N"
    case digit = "Nd"
    case mark = "M"
    case punctuation = "P"
    case symbol = "S"
    case separator = "Z"
  }

  private(set) var ranges: [ClosedRange<UInt32>] = []
  private(set) var categories: [Category] = []
  private(set) var subsets: [PatternSet] = []
  var isNegated = false

  init(_ ranges: [ClosedRange<UInt32>] = [], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  init(_ category: Category, isNegated: Bool) {
    categories = [category]
    self.isNegated = isNegated
  }

  /// Adds what another set has.
  mutating func add(_ other: PatternSet) {
    if other.isNegated || !other.subsets.isEmpty {
      subsets.append(other)
    } else {
      ranges += other.ranges
      categories += other.categories
    }
  }

  /// Adds a range of characters.
  mutating func add(_ range: ClosedRange<UInt32>) {
    ranges.append(range)
  }

  /// - Complexity: linear in the number of ranges.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isIn =
      ranges.contains { $0.contains(scalar.value) }
      || categories.contains { $0.contains(scalar) } || subsets.contains { $0.contains(scalar) }
    return isIn != isNegated
  }

  static let digits = PatternSet([0x30...0x39])
  static let wordCharacters = PatternSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// Source: ECMA-262, WhiteSpace and LineTerminator.
  static let blanks = PatternSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  /// What `.` does not match.
  static let lineEnds = PatternSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

  var negated: PatternSet {
    var set = self
    set.isNegated.toggle()
    return set
  }
}

extension PatternSet.Category {
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return switch self {
    case .letter:
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
        .contains(category)
    case .upper: category == .uppercaseLetter
    case .lower: category == .lowercaseLetter
    case .number: [.decimalNumber, .letterNumber, .otherNumber].contains(category)
    case .digit: category == .decimalNumber
    case .mark: [.nonspacingMark, .spacingMark, .enclosingMark].contains(category)
    case .punctuation:
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
      ].contains(category)
    case .symbol: [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains(category)
    case .separator: [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains(category)
    }
  }
}
