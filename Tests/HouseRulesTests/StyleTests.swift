import Testing

/// How the code looks, as far as a formatter does not see it.
@Suite struct StyleTests {
  private static let fileLineLimit = 400

  @Test(arguments: ["Sources", "Tests"])
  func filesAreShort(folder: String) {
    for file in SourceTree.files(in: folder) {
      #expect(file.lines.count <= Self.fileLineLimit, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func nothingCrashesOnBadInput() {
    let banned = ["try" + "!", "as" + "! ", "fatal" + "Error("]
    for file in SourceTree.files(in: "Sources") {
      for (number, line) in file.lines.enumerated() {
        for word in banned where line.contains(word) && !line.contains("//") {
          Issue.record("\(file.path):\(number + 1) uses \(word)")
        }
      }
    }
  }

  @Test func nothingIsLeftUnfinished() {
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
    for folder in ["Sources", "Tests"] {
      for file in SourceTree.files(in: folder) {
        for (number, line) in file.lines.enumerated() where marks.contains(where: line.contains) {
          Issue.record("\(file.path):\(number + 1) is marked unfinished")
        }
      }
    }
  }

  @Test func uncheckedSendableHasItsReasonBesideIt() {
    for file in SourceTree.files(in: "Sources") {
      for (number, line) in file.lines.enumerated()
      where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
        let near = file.lines[max(0, number - 6)...min(file.lines.count - 1, number + 1)]
        let hasReason = near.contains { line in
          line.contains("//") && (line.contains("Sendable") || line.contains("nchecked"))
        }
        #expect(hasReason, "\(file.path):\(number + 1) gives no reason")
      }
    }
  }
}
