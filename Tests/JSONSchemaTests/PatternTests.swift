import JSONSchema
import Testing

@Suite struct PatternTests {
  /// Expression, text, whether it occurs, whether it fits from end to end.
  private static let rows: [(String, String, occurs: Bool, fits: Bool)] = [
    ("", "", true, true), ("", "a", true, false), ("a", "a", true, true), ("a", "cab", true, false),
    ("^a", "ba", false, false), ("a$", "ab", false, false), ("^a$", "a", true, true),
    ("a|bc", "bc", true, true), ("a|bc", "c", false, false), ("(a|b)*c", "ababc", true, true),
    ("a+", "aaa", true, true), ("a?b", "b", true, true), ("a??b", "ab", true, true),
    ("a{2}", "aa", true, true), ("a{2}", "a", false, false), ("a{2,}", "aaaa", true, true),
    ("a{0,2}", "aaa", true, false), ("a{,2}", "a{,2}", true, true), ("x{a}", "x{a}", true, true),
    (".", "\n", false, false), (".", "é", true, true), (".", "😀", true, true),
    ("[a-c]+", "abcabc", true, true), ("[^a-c]", "d", true, true), ("[^a-c]", "b", false, false),
    ("[-a]", "-", true, true), ("[a-]", "-", true, true), ("[\\]]", "]", true, true),
    ("\\d{3}-\\d{4}", "555-1234", true, true), ("\\D", "7", false, false),
    ("\\w+@\\w+\\.com", "me@x.com", true, true), ("\\W", "_", false, false),
    ("\\s\\S", " x", true, true), ("[\\d\\s]+", "1 2", true, true), ("[\\D]", "5", false, false),
    ("\\bcat\\b", "a cat b", true, false), ("\\bcat\\b", "concat", false, false),
    ("\\Bcat", "concat", true, false), ("\\u0041\\x42", "AB", true, true),
    ("\\u{1F600}", "😀", true, true), ("\\t\\n\\r\\f\\v\\0", "\t\n\r\u{0C}\u{0B}\0", true, true),
    ("\\p{L}+", "Grüße", true, true), ("\\p{Lu}", "a", false, false), ("\\P{N}", "x", true, true),
    ("\\.", "x", false, false), ("(?:ab)+", "abab", true, true), ("(?<n>a)", "a", true, true),
    ("^(?=.*[A-Z])(?=.*\\d).{4,}$", "abC1", true, true),
    ("^(?=.*[A-Z])(?=.*\\d).{4,}$", "abc1", false, false),
    ("^(?!admin$).*$", "admin", false, false), ("^(?!admin$).*$", "admins", true, true),
    ("(a*)*b", "aaab", true, true), ("(a|a)*", "aaaa", true, true), ("()*x", "x", true, true),
    ("^*a", "ba", true, false), ("[4]\\d{2}", "404", true, true), ("4\\d{2}", "4040", true, false),
    ("5..|429", "503", true, true), (".+", "", false, false), ("a\\/b", "a/b", true, true),
  ]

  @Test(arguments: rows)
  func matches(expression: String, text: String, occurs: Bool, fits: Bool) throws {
    let pattern = try Pattern(expression)
    var steps = Pattern.stepLimit
    #expect(pattern.occurs(in: text, steps: &steps) == occurs)
    #expect(pattern.matchesWhole(text) == fits)
  }

  @Test(arguments: [
    "(", ")", "[", "[a", "a)", "(a", "*", "+a", "?", "[b-a]", "\\", "a{3,2}", "\\x1",
    "\\u12", "(?<n", "\\p{L", "\\c1",
  ])
  func refusesWhatIsNoExpression(text: String) {
    do {
      _ = try Pattern(text)
      Issue.record("\(text) was read")
    } catch {
      guard case .malformed = error else { return #expect(Bool(false), "\(text): \(error)") }
    }
  }

  @Test(arguments: ["(a)\\1", "(?<=a)b", "(?<!a)b", "a++", "\\k<n>", "(?i)a", "\\p{Greek}", "\\q"])
  func refusesWhatCannotBeMatchedInLinearTime(text: String) {
    do {
      _ = try Pattern(text)
      Issue.record("\(text) was read")
    } catch {
      guard case .unsupported = error else { return #expect(Bool(false), "\(text): \(error)") }
    }
  }

  @Test(arguments: ["a{1001}", "((a{1000}){1000}){1000}", "(a{500}b{500}){500}"])
  func refusesWhatIsTooLong(text: String) {
    #expect(throws: PatternError.tooLong) { try Pattern(text) }
  }

  @Test func nothingRepeatedIsNothing() throws {
    #expect(try Pattern("(((){1000}){1000}){1000}").matchesWhole(""))
  }

  @Test(arguments: ["(a+)+$", "^(a|aa)*$", "^([a-z]*)*$", "(.*a){20}$"])
  func noTextMakesItSlow(expression: String) throws {
    let pattern = try Pattern(expression)
    var steps = Pattern.stepLimit
    #expect(!pattern.occurs(in: String(repeating: "a", count: 2_000) + "!", steps: &steps))
    #expect(steps > 0)
  }

  @Test func endsWhenItsStepsAreUsedUp() throws {
    var steps = 1_000
    #expect(try !Pattern("(?=.*b)x").occurs(in: String(repeating: "a", count: 500), steps: &steps))
    #expect(steps < 0)
  }
}
