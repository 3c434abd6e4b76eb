/// A regular expression as Java writes them, matched in a number of steps that the caller limits.
///
/// Its own matcher, because those at hand cannot be stopped: a pattern such as `(a+)+b` would hold
/// the gateway's loop for as long as a client likes.
/// Source: Java SE API, java.util.regex.Pattern; without look-behind, possessive quantifiers,
/// atomic groups and intersections of classes.
final class JavaPattern: Sendable {
  enum Instruction: Sendable {
    case take(CharacterSet)
    case takeAny(lineEndsToo: Bool)
    case jump(Int)
    /// Tries the first, and the second if that fails.
    case split(Int, Int)
    case save(Int)
    /// Fails if nothing was taken since the slot was saved, so that an empty turn ends a loop.
    case progress(Int)
    case lineStart, textStart, lineEnd, textEnd
    case wordEdge(isWanted: Bool)
    case same(group: Int)
    /// Whether the program from the next instruction on matches here; goes on at the given place.
    case look(isWanted: Bool, next: Int)
    case match
  }

  /// Instructions of one pattern.
  static let instructionLimit = 10_000

  let program: [Instruction]
  let slotCount: Int
  let groupCount: Int
  let ignoresCase: Bool

  init(_ text: String) throws(JavaPatternError) {
    var compiler = JavaPatternCompiler(text)
    program = try compiler.compile()
    slotCount = compiler.slotCount
    groupCount = compiler.groupCount
    ignoresCase = compiler.ignoresCase
  }

  /// The slots of a match that begins at `start`: of each group where it begins and ends, -1 for
  /// none.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the match must end with the text.
  ///   - steps: How many steps may be taken; what was taken is subtracted, below 0 if not enough.
  func match(
    _ text: [UInt32], from start: Int, isWhole: Bool, steps: inout Int
  ) -> [Int]? {
    var matcher = JavaPatternMatcher(pattern: self, text: text, isWhole: isWhole, steps: steps)
    defer { steps = matcher.steps }
    return matcher.run(from: start)
  }

  /// The first match that begins at or after `start`.
  func firstMatch(_ text: [UInt32], from start: Int, steps: inout Int) -> [Int]? {
    for position in start...max(start, text.count) where position <= text.count {
      if let slots = match(text, from: position, isWhole: false, steps: &steps) { return slots }
      if steps < 0 { return nil }
    }
    return nil
  }
}
