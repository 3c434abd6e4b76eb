/// Turns a pattern's text into instructions.
struct JavaPatternCompiler {
  let scalars: [Unicode.Scalar]
  var position = 0
  var program: [JavaPattern.Instruction] = []
  private(set) var groupCount = 0
  var loopSlots = 0
  private(set) var ignoresCase = false
  var dotTakesLineEnds = false
  var isMultiline = false
  var depth = 0
  /// Group slots come first, so that a loop's come after the last of them.
  let groupTotal: Int

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    groupTotal = scalars.count { $0 == "(" } + 1
  }

  var slotCount: Int { 2 * groupTotal + loopSlots }

  mutating func compile() throws(JavaPatternError) -> [JavaPattern.Instruction] {
    program.append(.save(0))
    try alternatives()
    guard position == scalars.count else { throw failure("a ) without its (") }
    program.append(.match)
    return program
  }

  func failure(_ reason: String) -> JavaPatternError { JavaPatternError(reason: reason) }

  var next: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  mutating func alternatives() throws(JavaPatternError) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= TemplateLimits.depth else { throw failure("its groups stand too deep") }
    var ends: [Int] = []
    while true {
      let start = program.count
      try sequence()
      guard take("|") else { break }
      program.insert(.split(0, 0), at: start)
      shift(from: start + 1, by: 1, at: start)
      ends.append(program.count)
      program.append(.jump(0))
      program[start] = .split(start + 1, program.count)
    }
    for end in ends { program[end] = .jump(program.count) }
  }

  /// Moves the targets of instructions that themselves were moved.
  mutating func shift(from first: Int, by count: Int, at place: Int) {
    for index in first..<program.count {
      program[index] = Self.moved(program[index], by: count, from: place)
    }
  }

  static func moved(
    _ instruction: JavaPattern.Instruction, by count: Int, from place: Int
  ) -> JavaPattern.Instruction {
    func target(_ value: Int) -> Int { value >= place ? value + count : value }
    return switch instruction {
    case .jump(let to): .jump(target(to))
    case .split(let first, let second): .split(target(first), target(second))
    case .look(let isWanted, let next): .look(isWanted: isWanted, next: target(next))
    default: instruction
    }
  }

  mutating func sequence() throws(JavaPatternError) {
    while let scalar = next, scalar != "|", scalar != ")" {
      let start = program.count
      try atom()
      try repetition(of: start)
      guard program.count <= JavaPattern.instructionLimit else { throw failure("it is too long") }
    }
  }

  // MARK: Repetitions

  mutating func repetition(of start: Int) throws(JavaPatternError) {
    let least: Int
    let most: Int?
    switch next {
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "?": (least, most) = (0, 1)
    case "{": return try countedRepetition(of: start)
    default: return
    }
    position += 1
    try repeated(start, least, most)
  }

  mutating func countedRepetition(of start: Int) throws(JavaPatternError) {
    position += 1
    guard let least = number() else { throw failure("a { without a count") }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}"), least <= most ?? least else { throw failure("a wrong count in { }") }
    try repeated(start, least, most)
  }

  mutating func number() -> Int? {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar), digits.count < 5 {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    return Int(digits)
  }

  mutating func repeated(
    _ start: Int, _ least: Int, _ most: Int?
  ) throws(JavaPatternError) {
    let isLazy = take("?")
    guard !take("+") else { throw failure("possessive quantifiers") }
    let body = Array(program[start...])
    let copies = max(least, most ?? least + 1)
    guard body.count * copies <= JavaPattern.instructionLimit else {
      throw failure("it is too long")
    }
    program.removeSubrange(start...)
    func place(_ program: inout [JavaPattern.Instruction]) {
      let offset = program.count - start
      for instruction in body {
        program.append(Self.moved(instruction, by: offset, from: start))
      }
    }
    for _ in 0..<least { place(&program) }
    guard let most else {
      loop(isLazy: isLazy, place)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(program.count)
      program.append(.split(0, 0))
      place(&program)
    }
    for split in splits {
      program[split] =
        isLazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
    }
  }

  mutating func loop(
    isLazy: Bool, _ place: (inout [JavaPattern.Instruction]) -> Void
  ) {
    let slot = slotCount
    loopSlots += 1
    let split = program.count
    program.append(.split(0, 0))
    program.append(.save(slot))
    place(&program)
    program.append(.progress(slot))
    program.append(.jump(split))
    program[split] = isLazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
  }

  // MARK: Atoms

  mutating func atom() throws(JavaPatternError) {
    guard let scalar = next else { return }
    position += 1
    switch scalar {
    case "(": try group()
    case "[": program.append(.take(try set()))
    case ".": program.append(.takeAny(lineEndsToo: dotTakesLineEnds))
    case "^": program.append(isMultiline ? .lineStart : .textStart)
    case "$": program.append(isMultiline ? .lineEnd : .textEnd)
    case "\\": try escape()
    case "*", "+", "?": throw failure("a quantifier with nothing before it")
    default: program.append(.take(CharacterSet(scalar.value)))
    }
  }

  mutating func group() throws(JavaPatternError) {
    if take("?:") {
      try alternatives()
    } else if take("?=") || take("?!") {
      let isWanted = scalars[position - 1] == "="
      let look = program.count
      program.append(.look(isWanted: isWanted, next: 0))
      try alternatives()
      program.append(.match)
      program[look] = .look(isWanted: isWanted, next: program.count)
    } else if take("?") {
      try flagsOrName()
      return
    } else {
      try capturingGroup()
      return
    }
    guard take(")") else { throw failure("a ( without its )") }
  }

  mutating func flagsOrName() throws(JavaPatternError) {
    if take("<"), next != "=", next != "!" {
      while let scalar = next, scalar != ">", scalar != "(" { position += 1 }
      guard take(">") else { throw failure("a group's name") }
      return try capturingGroup()
    }
    while let scalar = next, scalar != ")" {
      switch scalar {
      case "i": ignoresCase = true
      case "s": dotTakesLineEnds = true
      case "m": isMultiline = true
      default: throw failure("groups that begin with (?\(scalar)")
      }
      position += 1
    }
    guard take(")") else { throw failure("a ( without its )") }
  }

  mutating func capturingGroup() throws(JavaPatternError) {
    groupCount += 1
    let group = groupCount
    program.append(.save(2 * group))
    try alternatives()
    guard take(")") else { throw failure("a ( without its )") }
    program.append(.save(2 * group + 1))
  }

  mutating func escape() throws(JavaPatternError) {
    guard let scalar = next else { throw failure("a \\ at its end") }
    switch scalar {
    case "b", "B":
      position += 1
      program.append(.wordEdge(isWanted: scalar == "b"))
    case "A", "z", "Z":
      position += 1
      program.append(scalar == "A" ? .textStart : .textEnd)
    case "1"..."9":
      position += 1
      let group = Int(scalar.value - 0x30)
      guard group <= groupCount else { throw failure("a reference to a group it does not have") }
      program.append(.same(group: group))
    default: program.append(.take(try escapedSet()))
    }
  }
}
