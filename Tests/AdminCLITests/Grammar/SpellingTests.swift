import Testing

@testable import AdminCLI

@Suite struct SpellingTests {
  @Test(arguments: [
    ("creat", "create"), ("lsit", "list"), ("delte", "delete"), ("de", "delete"), ("qqqqq", nil),
  ])
  func guessesWhatWasMeant(word: String, meant: String?) {
    #expect(Spelling.closest(to: word, among: ["create", "list", "show", "delete"]) == meant)
  }
}
