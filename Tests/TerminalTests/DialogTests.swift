import Terminal
import TestSupport
import Testing

@Suite struct DialogTests {
  private func deletion(phrase: String? = nil) -> Dialog {
    Dialog(
      title: "Delete key acme-batch",
      body: [
        "Its value stops working at once. 612 requests used it in the last minute.",
        StyledText("It can be undone for 30 days.", .muted),
      ],
      buttons: [
        .cancel,
        DialogButton(
          id: "delete", title: "Delete", key: KeyEvent(.character("D")), role: .destructive),
      ],
      phrase: phrase)
  }

  private func show(_ dialog: Dialog, _ width: Int = 60, _ height: Int = 12) -> MemoryScreen {
    let screen = MemoryScreen(size: Size(width: width, height: height))
    var frame = screen.makeFrame()
    let cursor = dialog.draw(into: &frame, in: frame.bounds)
    screen.present(frame, cursor: cursor)
    return screen
  }

  @Test func looks() {
    expectGolden(show(deletion()).textAndStyles, "dialog.txt")
    expectGolden(show(deletion(phrase: "prod")).text, "dialog-phrase.txt")
  }

  @Test func enterNeverDestroys() {
    var dialog = deletion()
    #expect(dialog.handle(KeyEvent(.enter)) == .cancelled)
    _ = dialog.handle(KeyEvent(.tab))
    #expect(dialog.handle(KeyEvent(.enter)) == .open)
    #expect(show(dialog).shows("Enter does not do this: press D"))
    #expect(dialog.handle(.character("D")) == .chosen("delete"))
    #expect(dialog.handle(KeyEvent(.escape)) == .cancelled)
    #expect(dialog.handle(.character("x")) == .open)
  }

  @Test func thePhraseMustBeTyped() {
    var dialog = deletion(phrase: "prod")
    #expect(dialog.handle(.character("D")) == .open)
    _ = dialog.handle(KeyEvent(.character("u"), .control))
    for character in "pro" { _ = dialog.handle(.character(character)) }
    #expect(dialog.handle(KeyEvent(.enter)) == .open)
    #expect(show(dialog).shows("not yet: type prod"))
    _ = dialog.handle(.character("d"))
    #expect(dialog.handle(KeyEvent(.enter)) == .chosen("delete"))
  }

  @Test func otherKeysAreToldWhichOnesAnswer() {
    var dialog = deletion()
    #expect(dialog.handle(.character("d")) == .open)
    #expect(show(dialog).shows("the keys here: Esc Cancel, D Delete"))
    _ = dialog.handle(KeyEvent(.tab))
    #expect(!show(dialog).shows("the keys here"))
  }

  @Test func aLongBodyScrollsToItsEndAndBackAtOnce() {
    var dialog = Dialog(
      title: "Undo", body: (1...12).map { StyledText("line \($0)") }, buttons: [.cancel])
    let area = Rect(Size(width: 60, height: 9))
    for _ in 0..<30 { dialog.scroll(.down, in: area) }
    #expect(show(dialog, 60, 9).shows("line 12"))
    dialog.scroll(.up, in: area)
    #expect(!show(dialog, 60, 9).shows("line 12"))
    dialog.scroll(.first, in: area)
    dialog.scroll(.pageDown, in: area)
    #expect(!show(dialog, 60, 9).shows("line 5"))
    #expect(show(dialog, 60, 9).shows("line 6"))
  }

  @Test func harmlessQuestionsTakeEnter() {
    var dialog = Dialog(
      title: "Save", body: ["Write it?"],
      buttons: [DialogButton(id: "save", title: "Save", key: KeyEvent(.character("s"))), .cancel])
    #expect(dialog.handle(KeyEvent(.enter)) == .chosen("save"))
    _ = dialog.handle(KeyEvent(.right))
    #expect(dialog.handle(KeyEvent(.enter)) == .cancelled)
  }

  @Test func everySizeIsSafe() {
    for width in 0...50 {
      for height in 0...8 { _ = show(deletion(phrase: "prod"), width, height) }
    }
  }
}
