import GatewayModel
import TestSupport
import Testing

@Suite("Words for a shell")
struct ShellTests {
  @Test(
    "A shell reads each word as it is",
    arguments: [
      "", "plain/0:1,2@x", "two words", "it's", "''", "=ls", "~", "$(echo no)", "`echo no`", "\\",
      "a\nb", "#",
      "'\u{301}; echo no; '\u{301}", "東京's",
    ])
  func quoting(_ word: String) throws {
    let child = try ChildProcess(
      ["/bin/sh", "-c", "printf '<%s>' \(Shell.quoted(word))"], environment: [:], input: [])
    #expect(try child.waitForExit() == .code(0))
    #expect(Array(child.output.utf8) == Array("<\(word)>".utf8), "\(Shell.quoted(word))")
  }
}
