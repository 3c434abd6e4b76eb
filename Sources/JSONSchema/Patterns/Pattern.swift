/// A regular expression that no text can make slow, ready to be matched.
///
/// Schemas and selection patterns come from whoever configures an API, and the texts from anybody: an
/// expression that tries one way after the other can take longer than anyone waits, and the gateway's
/// loop must not.
public struct Pattern: Sendable {
  /// Instructions of one expression, its repetitions written out.
  public static let instructionLimit = 20_000
  /// Steps that one match may take unless its caller says otherwise.
  public static let stepLimit = 20_000_000

  /// The expression as it was given.
  public let text: String
  private let program: PatternProgram

  /// Reads an expression in the syntax that ECMA-262 and Java share.
  ///
  /// - Throws: `PatternError` for what is malformed, and for back references, look-behind, possessive
  ///   repetitions and flags.
  public init(_ text: String) throws(PatternError) {
    self.text = text
    var parser = PatternParser(text)
    program = try PatternProgram(try parser.node())
  }

  /// Whether the expression fits a text from end to end.
  ///
  /// - Complexity: the length of the text times the length of the expression; look-ahead adds the
  ///   length of the text once more.
  public func matchesWhole(_ text: String) -> Bool {
    var machine = PatternMachine(text, steps: Self.stepLimit)
    return machine.matches(program, from: 0, isAnchored: true, isWhole: true)
  }

  /// Whether the expression fits anywhere in a text.
  ///
  /// - Parameter steps: What the match may cost; reduced by what it did, negative when it ran out, and
  ///   then there is no match.
  public func occurs(in text: String, steps: inout Int) -> Bool {
    var machine = PatternMachine(text, steps: steps)
    let isThere = machine.matches(program, from: 0, isAnchored: false, isWhole: false)
    steps = machine.steps
    return isThere && steps >= 0
  }
}
