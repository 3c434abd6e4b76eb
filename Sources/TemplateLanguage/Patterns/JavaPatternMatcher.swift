/// One run of a pattern, by backtracking on a stack of its own.
struct JavaPatternMatcher {
  private struct Choice {
    let instruction: Int
    let position: Int
    let slots: [Int]
  }

  /// Choices that wait at once; more than that is out of steps.
  private static let choiceLimit = 100_000

  private let pattern: JavaPattern
  private let text: [UInt32]
  private let isWhole: Bool
  var steps: Int

  init(pattern: JavaPattern, text: [UInt32], isWhole: Bool, steps: Int) {
    self.pattern = pattern
    self.text = text
    self.isWhole = isWhole
    self.steps = steps
  }

  mutating func run(from start: Int) -> [Int]? {
    run(
      from: start, at: 0, slots: Array(repeating: -1, count: pattern.slotCount), isWhole: isWhole)
  }

  private mutating func run(
    from start: Int, at first: Int, slots: [Int], isWhole: Bool
  ) -> [Int]? {
    var choices = [Choice(instruction: first, position: start, slots: slots)]
    while let choice = choices.popLast() {
      if let found = follow(choice, &choices, isWhole: isWhole) { return found }
      guard steps >= 0, choices.count < Self.choiceLimit else {
        steps = min(steps, -1)
        return nil
      }
    }
    return nil
  }

  /// Follows one way until it matches or fails; ways not taken go on the stack.
  private mutating func follow(
    _ choice: Choice, _ choices: inout [Choice], isWhole: Bool
  ) -> [Int]? {
    var instruction = choice.instruction
    var position = choice.position
    var slots = choice.slots
    while steps >= 0 {
      steps -= 1
      switch pattern.program[instruction] {
      case .match:
        guard !isWhole || position == text.count else { return nil }
        if slots.count > 1 { slots[1] = position }
        if slots[0] < 0 { slots[0] = choice.position }
        return slots
      case .jump(let target): instruction = target
      case .split(let preferred, let other):
        choices.append(Choice(instruction: other, position: position, slots: slots))
        instruction = preferred
      case .save(let slot):
        slots[slot] = position
        instruction += 1
      case .progress(let slot):
        guard slots[slot] != position else { return nil }
        instruction += 1
      case .same(let group):
        guard let end = endOfSame(group, slots, position) else { return nil }
        position = end
        instruction += 1
      case .look(let isWanted, let next):
        let found = run(from: position, at: instruction + 1, slots: slots, isWhole: false)
        guard (found != nil) == isWanted else { return nil }
        instruction = next
      case let other:
        guard let taken = taken(by: other, at: position) else { return nil }
        position += taken
        instruction += 1
      }
    }
    return nil
  }

  /// How many characters an instruction takes here, or nil if it fails.
  private func taken(by instruction: JavaPattern.Instruction, at position: Int) -> Int? {
    let next = position < text.count ? text[position] : nil
    switch instruction {
    case .take(let set):
      return next.map { set.contains($0, ignoringCase: pattern.ignoresCase) } == true ? 1 : nil
    case .takeAny(let lineEndsToo):
      return next.map { lineEndsToo || !Self.isLineEnd($0) } == true ? 1 : nil
    case .textStart: return position == 0 ? 0 : nil
    case .lineStart: return position == 0 || Self.isLineEnd(text[position - 1]) ? 0 : nil
    case .textEnd:
      let isLast = position + 1 == text.count && next.map(Self.isLineEnd) == true
      return next == nil || isLast ? 0 : nil
    case .lineEnd: return next.map(Self.isLineEnd) ?? true ? 0 : nil
    case .wordEdge(let isWanted):
      let before = position > 0 && CharacterSet.Property.word.holds(for: text[position - 1])
      let after = next.map { CharacterSet.Property.word.holds(for: $0) } ?? false
      return (before != after) == isWanted ? 0 : nil
    default: return nil
    }
  }

  private func endOfSame(_ group: Int, _ slots: [Int], _ position: Int) -> Int? {
    let (start, end) = (slots[2 * group], slots[2 * group + 1])
    guard start >= 0, end >= start, position + end - start <= text.count,
      text[start..<end].elementsEqual(text[position..<position + end - start])
    else { return nil }
    return position + end - start
  }

  private static func isLineEnd(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
  }
}
