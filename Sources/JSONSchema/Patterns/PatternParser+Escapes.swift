/// Escapes and sets of characters.
extension PatternParser {
  /// What follows a backslash outside of brackets.
  mutating func escape() throws(PatternError) -> PatternNode {
    switch peek {
    case "b":
      skip(1)
      return .wordBoundary(isNegated: false)
    case "B":
      skip(1)
      return .wordBoundary(isNegated: true)
    case "A":
      skip(1)
      return .start
    case "z", "Z":
      skip(1)
      return .end
    case let digit? where ("1"..."9").contains(digit): throw .unsupported("back references")
    case "k": throw .unsupported("back references")
    default: return .set(try escapedSet())
    }
  }

  /// What follows a `[`.
  mutating func bracket() throws(PatternError) -> PatternSet {
    var set = PatternSet(isNegated: take("^"))
    while let next = peek, next != "]" {
      if next == "[" || looksLike("&&") { throw .unsupported("sets within sets") }
      let low = try member()
      guard looksLike("-"), !looksLike("-]"), let first = low.single else {
        set.add(low)
        continue
      }
      skip(1)
      guard let last = try member().single else {
        throw malformed("a range that ends in a set")
      }
      guard first <= last else { throw malformed("a range the wrong way round") }
      set.add(first...last)
    }
    guard take("]") else { throw malformed("a [ without its ]") }
    return set
  }

  private mutating func member() throws(PatternError) -> PatternSet {
    guard let character = next() else { throw malformed("a [ without its ]") }
    guard character == "\\" else { return PatternSet([character.value...character.value]) }
    if take("b") { return PatternSet([0x08...0x08]) }
    return try escapedSet()
  }

  /// The characters an escape stands for.
  private mutating func escapedSet() throws(PatternError) -> PatternSet {
    guard let character = next() else { throw malformed("a backslash at the end") }
    switch character {
    case "d": return .digits
    case "D": return PatternSet.digits.negated
    case "w": return .wordCharacters
    case "W": return PatternSet.wordCharacters.negated
    case "s": return .blanks
    case "S": return PatternSet.blanks.negated
    case "p": return try category(isNegated: false)
    case "P": return try category(isNegated: true)
    default:
      let value = try code(of: character)
      return PatternSet([value...value])
    }
  }

  private mutating func code(of character: Unicode.Scalar) throws(PatternError) -> UInt32 {
    switch character {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "e": return 0x1B
    case "0": return 0
    case "x": return try hexadecimal(digits: 2)
    case "u":
      if take("{") {
        let value = try hexadecimal(digits: 6, orFewer: true)
        guard take("}") else { throw malformed("an escape without its }") }
        return value
      }
      return try hexadecimal(digits: 4)
    case "c":
      guard let letter = next(), letter.isASCII, letter.properties.isAlphabetic else {
        throw malformed("a control character without its letter")
      }
      return letter.value & 0x1F
    default:
      guard !character.properties.isAlphabetic else {
        throw .unsupported("the escape \\\(character)")
      }
      return character.value
    }
  }

  private mutating func hexadecimal(
    digits: Int, orFewer: Bool = false
  ) throws(PatternError) -> UInt32 {
    var text = ""
    while text.count < digits, let next = peek, next.properties.isASCIIHexDigit {
      text.unicodeScalars.append(next)
      skip(1)
    }
    guard let value = UInt32(text, radix: 16), orFewer || text.count == digits else {
      throw malformed("an escape without its digits")
    }
    return value
  }

  private mutating func category(isNegated: Bool) throws(PatternError) -> PatternSet {
    var name = ""
    if take("{") {
      while let next = peek, next != "}" {
        name.unicodeScalars.append(next)
        skip(1)
      }
      guard take("}") else { throw malformed("a property without its }") }
    } else if let letter = next() {
      name.unicodeScalars.append(letter)
    }
    guard let category = PatternSet.Category(rawValue: name) else {
      throw .unsupported("the property \(name)")
    }
    return PatternSet(category, isNegated: isNegated)
  }
}

extension PatternSet {
  /// The one character of the set, if it has only one.
  fileprivate var single: UInt32? {
    guard !isNegated, categories.isEmpty, subsets.isEmpty, ranges.count == 1,
      ranges[0].count == 1
    else { return nil }
    return ranges[0].lowerBound
  }
}
