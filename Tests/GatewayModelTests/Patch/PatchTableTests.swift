import Testing

@testable import GatewayModel

@Suite struct PatchTableTests {
  private struct Note: Equatable {
    var title = "old"
    var log: [String] = []
  }

  private func table(_ refusal: PatchRefusal) -> PatchTable<Note> {
    PatchTable(
      input: "updateNoteInput", refusal: refusal,
      rules: [
        PatchRule("/title", .replace) { (note, step) throws(CommandError) in
          guard let text = step.text else { throw CommandError(.badRequest, "empty") }
          note.title = text
        },
        PatchRule("/labels/{name}", .add, .remove, wrongOp: .unknownPath) { note, step in
          note.log.append("\(step.op) \(step.captures)")
        },
        PatchRule("/at/<resourcePath>/<verb>", .remove, where: { $0[1] == "GET" }) { note, step in
          note.log.append("\(step.captures)")
        },
      ])
  }

  private func message(
    _ refusal: PatchRefusal, _ operations: [PatchOperation]
  ) -> String? {
    var note = Note()
    do throws(CommandError) {
      try table(refusal).apply(operations, to: &note)
      return nil
    } catch {
      return error.message
    }
  }

  @Test func actsInOrder() throws {
    var note = Note()
    try table(.listsPaths).apply(
      [
        .replace("/title", "a"), .add("/labels/x~1y~01", "v"), .replace("/title", "b"),
        .remove("/labels/z"),
      ], to: &note)
    #expect(note == Note(title: "b", log: ["add [\"x/y~1\"]", "remove [\"z\"]"]))
  }

  @Test(arguments: [
    ("/at/~1pets/GET", "/pets"), ("/at//pets/GET", "/pets"), ("/at///GET", "/"),
    ("/at/~1/GET", "/"), ("/at/~1a~1{b}/GET", "/a/{b}"), ("/at//a/{b}/GET", "/a/{b}"),
  ])
  func readsResourcePathsFromTheRight(path: String, resource: String) throws {
    var note = Note()
    try table(.listsPaths).apply([.remove(path)], to: &note)
    #expect(note.log == ["[\"\(resource)\", \"GET\"]"])
  }

  @Test func refusesAPathByListing() {
    #expect(
      message(.listsPaths, [.replace("/id", "x")])
        == "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/title]")
    #expect(
      message(.listsPaths, [PatchOperation(op: "copy", path: "/title")])
        == "Invalid patch path  '/title' specified for op 'copy'. Must be one of: []")
    #expect(
      message(.listsPaths, [.remove("/at/~1pets/GET/rateLimit")])?.contains("specified for") == true
    )
  }

  @Test func refusesAWordBeforeThePath() {
    #expect(
      message(.choosesOperation, [PatchOperation(op: "test", path: "/wrong")])
        == "Invalid patch path  '/wrong' specified for op 'test'. "
        + "Please choose supported operations")
    #expect(
      message(.choosesOperation, [.replace("/wrong", "x")])
        == "Invalid patch path  '/wrong' specified for op 'replace'. Must be one of: [/title]")
  }

  @Test func refusesByNamingThePath() {
    #expect(message(.namesPath, [.replace("/id", "x")]) == "Invalid patch path /id")
    #expect(
      message(.namesPath, [PatchOperation(op: "replace", path: nil)]) == "Invalid patch path null")
    #expect(
      message(.namesPath, [.add("/title", "x")])
        == "Invalid patch operation specified. Must be one of: [replace]")
    #expect(message(.namesPath, [.replace("/labels/x", "y")]) == "Invalid patch path /labels/x")
    #expect(message(.own { "own \($0.op)" }, [.replace("/id", "x")]) == "own replace")
  }

  @Test func reportsEveryWrongWordAtOnce() {
    let operations: [PatchOperation] = [
      PatchOperation(op: "wrong", path: "/title"), .replace("/title", "x"),
      PatchOperation(op: "Add", path: "/title"),
    ]
    #expect(
      message(.namesPath, operations)
        == "2 validation errors detected: Value 'wrong' at "
        + "'updateNoteInput.patchOperations.1.member.op' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [add, remove, move, test, replace, copy]; "
        + "Value 'Add' at 'updateNoteInput.patchOperations.3.member.op' failed to satisfy "
        + "constraint: Member must satisfy enum value set: "
        + "[add, remove, move, test, replace, copy]")
  }

  @Test(arguments: [("true", true), ("TRUE", true), ("yes", false), ("", false)])
  func takesAnythingButTrueAsFalse(value: String, isTrue: Bool) {
    let step = PatchStep(op: .replace, path: "/a/b", value: value, from: nil, captures: [])
    #expect(step.boolean == isTrue)
    #expect(step.field == "a.b")
  }

  @Test(arguments: ["a/b", "~", "~1", "~0", "a~1b~0c/d", ""])
  func escapesTokensThereAndBack(text: String) {
    #expect(PatchOperation.unescaped(PatchOperation.escaped(text)) == text)
  }
}
