import NcursesTerminal
import Terminal
import TestSupport
import Testing

extension NcursesTerminalTests {
  @Suite struct Input {
    private func key(_ notation: String) throws -> TerminalEvent {
      .key(try KeyEvent(notation: notation))
    }

    @Test(arguments: [
      ("a", "a"), ("é", "é"), ("東", "東"), ("\u{13}", "^S"), ("\u{0}", "C-Space"), ("\r", "Enter"),
      ("\u{1B}", "Esc"), ("\t", "Tab"), ("\u{7F}", "Backspace"), ("\u{1B}a", "A-a"),
      ("\u{1B}OA", "Up"), ("\u{1B}[A", "Up"), ("\u{1B}[Z", "S-Tab"), ("\u{1B}[1;2A", "S-Up"),
      ("\u{1B}[1;5C", "C-Right"), ("\u{1B}[1;8D", "C-A-S-Left"), ("\u{1B}OP", "F1"),
      ("\u{1B}[15~", "F5"), ("\u{1B}[24;2~", "S-F12"), ("\u{1B}[3~", "Del"),
      ("\u{1B}[3;5~", "C-Del"), ("\u{1B}[5~", "PgUp"), ("\u{1B}[H", "Home"), ("\u{1B}OF", "End"),
      ("\u{3}", "^C"), ("\u{1A}", "^Z"), ("\u{1C}", "^\\"), ("\u{11}", "^Q"), ("\n", "^J"),
      ("\u{1B}\r", "A-Enter"), ("\u{1B}[", "A-["), ("ⓔ", "ⓔ"),
    ])
    func keys(bytes: String, notation: String) throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      #expect(fixture.events(bytes) == [try key(notation)])
    }

    /// What the test driver sends for a notation is what the screen reads.
    @Test func everyKeyOfTheDriverArrives() throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      let notation =
        "a A ^S A-x Enter Esc Tab S-Tab Backspace Del Ins Home End PgUp PgDn Up Down Left Right "
        + "F1 F4 F5 F12 S-Up C-Left C-S-Right A-Down S-F5 C-Space Space ?"
      // Esc followed at once by another key would be Alt with that key, so each goes by itself.
      for name in notation.split(separator: " ").map(String.init) {
        try fixture.pty.press(name)
        #expect(fixture.screen.readEvents() == [try key(name)])
      }
    }

    @Test func aBurstComesAtOnceAndInOrder() throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      let events = fixture.events(String(repeating: "\u{1B}OBj", count: 250))
      #expect(events.count == 500)
      #expect(events[0] == (try key("Down")))
      #expect(events[499] == (try key("j")))
    }

    @Test func pastesAreDataWhateverTheyHold() throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      #expect(
        fixture.events("x\u{1B}[200~q\rD\u{3}é\u{1B}OA\u{1B}[201~y") == [
          try key("x"), .paste("q\nD\u{3}é"), try key("y"),
        ])
      #expect(fixture.events("\u{1B}[200~begun ") == [])
      #expect(fixture.events("ended\u{1B}[201~") == [.paste("begun ended")])
    }

    /// Terminals whose entries tell of the SGR form of reports, and those that only speak it.
    private static let mouseTypes = [
      "xterm-256color", "screen", "screen-256color", "tmux-256color",
    ]

    @Test(arguments: mouseTypes) func theMouse(type: String) throws {
      let fixture = try ScreenFixture(environment: ["TERM": type]) { $0.asksTerminal = false }
      let place = Point(x: 4, y: 2)
      #expect(fixture.events("\u{1B}[<0;5;3M") == [.mouse(MouseEvent(.press, at: place))])
      #expect(
        fixture.events("\u{1B}[<32;7;3M")
          == [.mouse(MouseEvent(.drag, at: Point(x: 6, y: 2)))])
      #expect(
        fixture.events("\u{1B}[<0;7;3m")
          == [.mouse(MouseEvent(.release, at: Point(x: 6, y: 2)))])
      #expect(fixture.events("\u{1B}[<64;5;3M") == [.mouse(MouseEvent(.wheelUp, at: place))])
      #expect(fixture.events("\u{1B}[<65;5;3M") == [.mouse(MouseEvent(.wheelDown, at: place))])
      #expect(
        fixture.events("\u{1B}[<2;5;3M") == [.mouse(MouseEvent(.secondaryClick, at: place))])
      #expect(
        fixture.events("\u{1B}[<20;240;3M")
          == [.mouse(MouseEvent(.press, at: Point(x: 239, y: 2), [.shift, .control]))])
    }

    /// A thumb on the button for "back" must not press what the pointer is on.
    @Test(arguments: ["screen", "tmux-256color"]) func buttonsAtTheSideMeanNothing(
      type: String
    ) throws {
      let fixture = try ScreenFixture(environment: ["TERM": type]) { $0.asksTerminal = false }
      for code in 128...131 {
        #expect(fixture.events("\u{1B}[<\(code);5;3M\u{1B}[<\(code);5;3m").isEmpty, "\(code)")
      }
    }

    /// A hand takes its time between pressing and letting go: the two come in reads of their own.
    @Test(arguments: mouseTypes) func aClickIsAPressLetGoAtItsPlace(type: String) throws {
      let fixture = try ScreenFixture(environment: ["TERM": type]) { $0.asksTerminal = false }
      let place = Point(x: 4, y: 2)
      let press = TerminalEvent.mouse(MouseEvent(.press, at: place))
      #expect(fixture.events("\u{1B}[<0;5;3M") == [press])
      #expect(fixture.events("\u{1B}[<0;5;3m") == [.mouse(MouseEvent(.click, at: place))])
      #expect(fixture.events("\u{1B}[<0;5;3M") == [press])
      #expect(fixture.events("\u{1B}[<0;5;3m") == [.mouse(MouseEvent(.doubleClick, at: place))])
      let both = fixture.events("\u{1B}[<0;9;3M\u{1B}[<0;9;3m")
      #expect(both.last == .mouse(MouseEvent(.click, at: Point(x: 8, y: 2))))
    }

    /// Terminals that do not know the SGR form go on to send the older one.
    @Test(arguments: ["screen", "tmux-256color"]) func theMouseInItsOldForm(type: String) throws {
      let fixture = try ScreenFixture(environment: ["TERM": type]) { $0.asksTerminal = false }
      let place = Point(x: 4, y: 2)
      #expect(fixture.events("\u{1B}[M %#") == [.mouse(MouseEvent(.press, at: place))])
      #expect(fixture.events("\u{1B}[M#%#") == [.mouse(MouseEvent(.click, at: place))])
    }

    @Test func focusAndSize() throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      #expect(fixture.events("\u{1B}[O") == [.focus(false)])
      #expect(fixture.events("\u{1B}[I") == [.focus(true)])
      try fixture.pty.resize(columns: 33, rows: 7)
      #expect(fixture.screen.readEvents() == [.resize(Size(width: 33, height: 7))])
      #expect(fixture.screen.makeFrame().size == Size(width: 33, height: 7))
      fixture.show { $0.drawBox($0.bounds) }
      #expect(fixture.pty.screen.text(ofRow: 6).count == 33)
    }

    @Test func answersAreNeverKeys() throws {
      let fixture = try ScreenFixture()
      fixture.show { $0.draw("x", at: Point(x: 0, y: 0)) }
      let light = "\u{1B}]11;rgb:ffff/ffff/f0f0\u{7}"
      #expect(
        fixture.events("a" + light + "\u{1B}[?62;22c\u{1B}[24;80Rb\u{1B}P1$r0m\u{1B}\\c") == [
          .lightBackground(false), try key("a"), .lightBackground(true), try key("b"),
          try key("c"),
        ])
      #expect(fixture.screen.theme == .light)
    }

    @Test func answersMayComeInPieces() throws {
      let fixture = try ScreenFixture()
      fixture.pty.configure { $0.background = nil }
      fixture.show { $0.draw("x", at: Point(x: 0, y: 0)) }
      // The virtual terminal's own answers end the waiting; a second screenful of questions does
      // not come, so what follows is told apart by its form alone.
      for piece in ["\u{1B}]11;rgb:ffff/", "ffff/ffff", "\u{1B}\\"] {
        fixture.pty.send(piece)
        let events = fixture.screen.readEvents()
        #expect(piece == "\u{1B}\\" ? events == [.lightBackground(true)] : events == [])
      }
    }

    @Test func theEndOfTheTerminalIsToldOnce() throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      fixture.pty.hangUp()
      #expect(fixture.screen.readEvents().contains(.closed))
      #expect(!fixture.screen.readEvents().contains(.closed))
    }

    /// Storms of sizes, from one cell up, leave a screen that shows its last frame.
    @Test func anySizeIsSurvived() throws {
      let fixture = try ScreenFixture { $0.asksTerminal = false }
      for (columns, rows) in [(1, 1), (2, 1), (300, 100), (1, 40), (80, 1), (40, 10), (120, 30)] {
        try fixture.pty.resize(columns: columns, rows: rows)
        _ = fixture.screen.readEvents()
        fixture.show { frame in
          frame.drawBox(frame.bounds, title: "東京")
          TooSmallNotice.draw(into: &frame, needed: Size(width: 40, height: 10))
        }
      }
      fixture.show { $0.draw("whole", at: Point(x: 0, y: 29)) }
      #expect(fixture.pty.screen.text.contains("whole"))
      #expect(fixture.pty.screen.lines.filter { !$0.isEmpty } == ["whole"])
    }
  }
}
