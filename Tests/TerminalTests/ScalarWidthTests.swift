import Terminal
import Testing

@Suite struct ScalarWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("─", 1), ("█", 1), ("▂", 1), ("東", 2), ("ア", 2), ("ｱ", 1), ("한", 2),
      ("Ａ", 2), ("😀", 2), ("⌚", 2), ("❤", 1), ("\u{301}", 0), ("\u{20DD}", 0), ("\u{1160}", 0),
      ("\u{115F}", 2), ("\u{1FAE8}", 2), ("\u{3000}", 2), ("\u{2028}", 1), ("⠿", 1), ("𠀀", 2),
      ("\u{1F1E9}", 1), ("✓", 1), ("▶", 1), ("…", 1),
    ] as [(Unicode.Scalar, Int)])
  func columns(scalar: Unicode.Scalar, expected: Int) {
    #expect(ScalarWidth.columns(of: scalar) == expected)
  }

  @Test func ambiguousScalarsTakeWhatTheTerminalGivesThem() {
    for scalar in ["─", "…", "·", "α", "§"] as [Unicode.Scalar] {
      #expect(ScalarWidth.columns(of: scalar, ambiguous: .narrow) == 1)
      #expect(ScalarWidth.columns(of: scalar, ambiguous: .wide) == 2)
    }
    #expect(ScalarWidth.columns(of: "a", ambiguous: .wide) == 1)
  }
}
