/// Decides which of the legal states a power cut leaves.
public protocol CrashChoices {
  /// One of `count` possibilities, in 0..<`count`.
  mutating func choose(below count: Int) -> Int
}

/// Choices drawn from a generator.
public struct RandomCrashChoices<Generator: RandomNumberGenerator>: CrashChoices {
  /// The generator, to be taken back afterwards.
  public var generator: Generator

  /// Draws from `generator`.
  public init(_ generator: Generator) {
    self.generator = generator
  }

  /// Draws one.
  public mutating func choose(below count: Int) -> Int {
    Int.random(in: 0..<count, using: &generator)
  }
}

/// All combinations of choices, one after the other, as an odometer counts.
public struct EnumeratedCrashChoices: CrashChoices {
  private var digits: [(value: Int, count: Int)] = []
  private var position = 0

  /// Begins with the combination in which every choice is the first one.
  public init() {}

  /// The choice of the current combination.
  public mutating func choose(below count: Int) -> Int {
    defer { position += 1 }
    if position == digits.count { digits.append((0, count)) }
    precondition(digits[position].count == count, "the same choices in each combination")
    return digits[position].value
  }

  /// Goes on to the next combination.
  ///
  /// - Returns: false when all were had.
  public mutating func advance() -> Bool {
    // Choices that this combination did not come to belong to an earlier one.
    digits.removeLast(digits.count - position)
    position = 0
    while let last = digits.last {
      if last.value + 1 < last.count {
        digits[digits.count - 1].value += 1
        return true
      }
      digits.removeLast()
    }
    return false
  }
}
