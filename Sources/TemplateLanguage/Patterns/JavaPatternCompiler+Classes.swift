extension JavaPatternCompiler {
  /// What `\x` stands for, in a class or outside.
  mutating func escapedSet() throws(JavaPatternError) -> CharacterSet {
    guard let scalar = next else { throw failure("a \\ at its end") }
    guard Self.isSetEscape(scalar) else { return CharacterSet(try singleEscape()) }
    position += 1
    switch scalar {
    case "d": return CharacterSet(.digit)
    case "D": return CharacterSet(.notDigit)
    case "w": return CharacterSet(.word)
    case "W": return CharacterSet(.notWord)
    case "s": return CharacterSet(.blank)
    case "S": return CharacterSet(.notBlank)
    default: return try property(isNegated: scalar == "P")
    }
  }

  mutating func hexadecimal(_ count: Int) throws(JavaPatternError) -> UInt32 {
    guard position + count <= scalars.count else { throw failure("a hexadecimal escape") }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: scalars[position..<position + count])
    guard let value = UInt32(digits, radix: 16) else { throw failure("a hexadecimal escape") }
    position += count
    return value
  }

  static let properties: [String: CharacterSet.Property] = [
    "L": .letter, "IsAlphabetic": .letter, "Alpha": .letter, "Lu": .upper, "Upper": .upper,
    "Ll": .lower, "Lower": .lower, "N": .number, "Nd": .number, "Digit": .digit, "Space": .blank,
    "Punct": .punctuation,
  ]

  mutating func property(isNegated: Bool) throws(JavaPatternError) -> CharacterSet {
    var name = ""
    if take("{") {
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw failure("\\p without }") }
    } else if let scalar = next {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    var set = CharacterSet()
    if name == "Alnum" {
      set.add(CharacterSet(.letter))
      set.add(CharacterSet(.digit))
    } else if let property = Self.properties[name] {
      set.add(CharacterSet(property))
    } else {
      throw failure("\\p{\(name)}")
    }
    set.isNegated = isNegated
    return set
  }

  /// A class in brackets, whose `[` was taken.
  mutating func set() throws(JavaPatternError) -> CharacterSet {
    var set = CharacterSet()
    set.isNegated = take("^")
    var isFirst = true
    while let scalar = next, isFirst || scalar != "]" {
      isFirst = false
      position += 1
      if scalar == "[" || (scalar == "&" && next == "&") { throw failure("classes in classes") }
      guard scalar != "\\" || next.map(Self.isSetEscape) == false else {
        let inner = try escapedSet()
        guard !inner.isNegated else { throw failure("classes in classes") }
        set.add(inner)
        continue
      }
      let low = scalar == "\\" ? try singleEscape() : scalar.value
      guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        set.add(low...low)
        continue
      }
      position += 1
      let high = try rangeEnd()
      guard low <= high else { throw failure("a range that runs backwards") }
      set.add(low...high)
    }
    guard take("]") else { throw failure("a [ without its ]") }
    return set
  }

  mutating func rangeEnd() throws(JavaPatternError) -> UInt32 {
    if take("\\") { return try singleEscape() }
    defer { position += 1 }
    return scalars[position].value
  }

  static func isSetEscape(_ scalar: Unicode.Scalar) -> Bool {
    "dDwWsSpP".unicodeScalars.contains(scalar)
  }

  /// An escape that stands for one character.
  mutating func singleEscape() throws(JavaPatternError) -> UInt32 {
    guard let scalar = next else { throw failure("a \\ at its end") }
    position += 1
    switch scalar {
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "f": return 0x0C
    case "u", "x": return try hexadecimal(scalar == "u" ? 4 : 2)
    case "a"..."z", "A"..."Z", "0"..."9": throw failure("\\\(scalar)")
    default: return scalar.value
    }
  }
}
