/// Runs a program over a text: every place it can be in, one character after the other.
///
/// No text makes it slow: each character costs at most as many steps as the program has instructions.
struct PatternMachine {
  let text: [Unicode.Scalar]
  /// What the run may still cost; negative once it has run out.
  private(set) var steps: Int

  init(_ text: String, steps: Int) {
    self.text = Array(text.unicodeScalars)
    self.steps = steps
  }

  /// Whether a program matches.
  ///
  /// - Parameters:
  ///   - origin: Where the match begins, or, when it may begin anywhere, from where on.
  ///   - isAnchored: Whether it must begin there.
  ///   - isWhole: Whether it must end where the text ends.
  mutating func matches(
    _ program: PatternProgram, from origin: Int, isAnchored: Bool, isWhole: Bool
  ) -> Bool {
    var places: [Int] = []
    var next: [Int] = []
    var seen = [Int](repeating: -1, count: program.instructions.count)
    var index = origin
    while true {
      if index == origin || !isAnchored {
        enter(0, of: program, at: index, into: &places, seen: &seen)
      }
      for place in places {
        if case .match = program.instructions[place], !isWhole || index == text.count {
          return true
        }
      }
      guard index < text.count, steps >= 0, !(isAnchored && places.isEmpty) else { return false }
      let character = text[index]
      index += 1
      for place in places {
        steps -= 1
        if case .set(let set) = program.instructions[place], set.contains(character) {
          enter(place + 1, of: program, at: index, into: &next, seen: &seen)
        }
      }
      swap(&places, &next)
      next.removeAll(keepingCapacity: true)
    }
  }

  /// Adds a place, and all that can be reached from it without taking a character.
  private mutating func enter(
    _ place: Int, of program: PatternProgram, at index: Int, into places: inout [Int],
    seen: inout [Int]
  ) {
    var open = [place]
    while let place = open.popLast() {
      guard seen[place] != index, steps >= 0 else { continue }
      seen[place] = index
      steps -= 1
      switch program.instructions[place] {
      case .set, .match: places.append(place)
      case .jump(let target): open.append(target)
      case .split(let first, let second): open += [second, first]
      case .start: if index == 0 { open.append(place + 1) }
      case .end: if index == text.count { open.append(place + 1) }
      case .wordBoundary(let isNegated):
        if isWordBoundary(at: index) != isNegated { open.append(place + 1) }
      case .lookahead(let number, let isNegated):
        let isThere = matches(
          program.lookaheads[number], from: index, isAnchored: true, isWhole: false)
        if isThere != isNegated { open.append(place + 1) }
      }
    }
  }

  private func isWordBoundary(at index: Int) -> Bool {
    let before = index > 0 && PatternSet.wordCharacters.contains(text[index - 1])
    let after = index < text.count && PatternSet.wordCharacters.contains(text[index])
    return before != after
  }
}
