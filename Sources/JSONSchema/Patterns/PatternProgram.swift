/// A regular expression as instructions for a machine that is in many places at once.
///
/// Source: K. Thompson, "Regular expression search algorithm".
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// Takes one character of the set.
    case set(PatternSet)
    /// Goes on at both places.
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case wordBoundary(isNegated: Bool)
    /// Goes on if the program of this number matches from here, or if it does not.
    case lookahead(Int, isNegated: Bool)
    case match
  }

  private(set) var instructions: [Instruction] = []
  private(set) var lookaheads: [PatternProgram] = []

  init(_ node: PatternNode) throws(PatternError) {
    try add(node)
    try emit(.match)
  }

  /// The instructions of the program and of those within it.
  var size: Int { lookaheads.reduce(instructions.count) { $0 + $1.size } }

  private mutating func emit(_ instruction: Instruction) throws(PatternError) {
    guard instructions.count < Pattern.instructionLimit else { throw .tooLong }
    instructions.append(instruction)
  }

  private mutating func add(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .empty: return
    case .set(let set): try emit(.set(set))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .choice(let nodes): try add(choice: nodes)
    case .repeated(let node, let least, let most): try add(node, least: least, most: most)
    case .start: try emit(.start)
    case .end: try emit(.end)
    case .wordBoundary(let isNegated): try emit(.wordBoundary(isNegated: isNegated))
    case .lookahead(let node, let isNegated):
      lookaheads.append(try PatternProgram(node))
      guard size <= Pattern.instructionLimit else { throw .tooLong }
      try emit(.lookahead(lookaheads.count - 1, isNegated: isNegated))
    }
  }

  private mutating func add(choice nodes: [PatternNode]) throws(PatternError) {
    var exits: [Int] = []
    for node in nodes.dropLast() {
      let split = instructions.count
      try emit(.split(split + 1, split + 1))
      try add(node)
      exits.append(instructions.count)
      try emit(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = nodes.last { try add(last) }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func add(
    _ node: PatternNode, least: Int, most: Int?
  ) throws(PatternError) {
    for _ in 0..<least {
      let before = instructions.count
      try add(node)
      // Nothing, as often as one likes, is nothing.
      if instructions.count == before { return }
    }
    guard let most else {
      let split = instructions.count
      try emit(.split(split + 1, split + 1))
      try add(node)
      try emit(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(instructions.count)
      try emit(.split(0, 0))
      try add(node)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }
}
