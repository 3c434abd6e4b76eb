import NcursesTerminal
import Terminal
import TestSupport
import Testing

/// ncurses has one screen per process, so nothing here runs at the same time as anything else.
@Suite(.serialized) struct NcursesTerminalTests {}

extension NcursesTerminalTests {
  @Suite struct Output {
    @Test func showsTextLinesAndColours() throws {
      let fixture = try ScreenFixture()
      fixture.show { frame in
        let inner = frame.drawBox(frame.bounds, title: "Keys")
        frame.draw("acme-東京", at: inner.origin, Style(.error, .bold))
        frame.draw("plain", at: Point(x: 20, y: 1))
      }
      let shown = fixture.pty.screen
      #expect(shown.text(ofRow: 0).hasPrefix("┌─ Keys ──"))
      #expect(shown.text(ofRow: 1).hasPrefix("│acme-東京          plain"))
      #expect(shown.cell(column: 1, row: 1).style.isBold)
      #expect(shown.cell(column: 1, row: 1).style.foreground == 203)
      #expect(shown.cell(column: 20, row: 1).style == VirtualCell.Style())
      #expect(shown.isAlternateScreen)
      #expect(shown.modes.isSuperset(of: [2004, 1004, 1002, 1006]))
      #expect(!shown.modes.contains(25))
      #expect(shown.unknown == [])
    }

    @Test func theSameFrameAgainWritesNothing() throws {
      let fixture = try ScreenFixture()
      let draw: (inout Frame) -> Void = { $0.draw("hello", at: Point(x: 3, y: 3)) }
      fixture.show(draw)
      #expect(fixture.show(draw) == 0)
      #expect(
        fixture.show { frame in
          draw(&frame)
          frame.draw("J", at: Point(x: 3, y: 3))
        } < 60)
      #expect(fixture.pty.screen.text(ofRow: 3) == "   Jello")
    }

    @Test func framesAreHeldOnceTheTerminalSaysItCan() throws {
      let fixture = try ScreenFixture()
      fixture.show { $0.draw("1", at: Point(x: 0, y: 0)) }
      #expect(fixture.pty.screen.heldFrameCount == 0)
      #expect(fixture.screen.readEvents() == [.lightBackground(false)])
      fixture.show { $0.draw("2", at: Point(x: 0, y: 0)) }
      #expect(fixture.pty.screen.heldFrameCount == 1)
      fixture.show { $0.draw("2", at: Point(x: 0, y: 0)) }
      #expect(fixture.pty.screen.heldFrameCount == 1)
      #expect(!fixture.pty.screen.modes.contains(2026))
    }

    @Test func framesAreNotHeldByTerminalsThatCannot() throws {
      let fixture = try ScreenFixture(supportsHeldFrames: false)
      fixture.show { $0.draw("1", at: Point(x: 0, y: 0)) }
      _ = fixture.screen.readEvents()
      fixture.show { $0.draw("2", at: Point(x: 0, y: 0)) }
      #expect(fixture.pty.screen.heldFrameCount == 0)
    }

    @Test func theCursorRestsWhereItIsTold() throws {
      let fixture = try ScreenFixture()
      fixture.show(cursor: Cursor(Point(x: 7, y: 2), isVisible: true)) { _ in }
      #expect(fixture.pty.screen.modes.contains(25))
      #expect((fixture.pty.screen.cursorX, fixture.pty.screen.cursorY) == (7, 2))
      let bytes = fixture.show(cursor: Cursor(Point(x: 1, y: 4), isVisible: false)) { _ in }
      #expect(!fixture.pty.screen.modes.contains(25))
      #expect((fixture.pty.screen.cursorX, fixture.pty.screen.cursorY) == (1, 4))
      #expect(bytes < 30)
    }

    @Test func colourlessTerminalsGetAttributes() throws {
      let fixture = try ScreenFixture(environment: ["NO_COLOR": "1"])
      fixture.show { $0.draw("row", at: Point(x: 0, y: 0), .selected) }
      let style = fixture.pty.screen.cell(column: 0, row: 0).style
      #expect(style.isReverse)
      #expect(style.foreground == -1)
      #expect(fixture.screen.colorDepth == .monochrome)
    }

    @Test func terminalsWithoutUTF8GetASCII() throws {
      let fixture = try ScreenFixture(environment: ["LC_ALL": "C"])
      fixture.show { frame in
        frame.drawBox(frame.bounds)
        frame.draw("é東x", at: Point(x: 2, y: 1))
      }
      #expect(fixture.pty.screen.text(ofRow: 0).hasPrefix("+---"))
      #expect(fixture.pty.screen.text(ofRow: 1).hasPrefix("| ?? x"))
    }

    /// Whatever characters come before it, a column stays where it is.
    @Test(arguments: [
      "e\u{301}", "東京", "👨‍👩‍👧", "👍🏽", "❤️", "🇩🇪", "1️⃣", "한글", "\u{1112}\u{1161}\u{11AB}", "กำ",
      "\u{1FAE8}", "\u{1F6DC}", "ｱ", "ö", "שלום", "a\u{1B}[2J", "\u{E000}", "☺\u{FE0F}",
    ])
    func columnsStayInPlace(text: String) throws {
      let fixture = try ScreenFixture()
      let shown = DisplayText(text)
      fixture.show { frame in
        frame.draw(shown, at: Point(x: 1, y: 1))
        frame.draw("|", at: Point(x: 1 + shown.width, y: 1))
      }
      #expect(fixture.pty.screen.cell(column: 1 + shown.width, row: 1).text == "|")
      fixture.show { frame in
        frame.draw("x", at: Point(x: 1, y: 1))
        frame.draw("|", at: Point(x: 1 + shown.width, y: 1))
      }
      #expect(fixture.pty.screen.cell(column: 1 + shown.width, row: 1).text == "|")
      #expect(fixture.pty.screen.cell(column: 1, row: 1).text == "x")
    }

    /// Frames drawn one over the other leave what the last one alone would.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func anyFramesEndInTheLastOne(seed: UInt64) throws {
      let fixture = try ScreenFixture(columns: 30, rows: 8)
      var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
      func random(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
      }
      let words: [DisplayText] = ["acme", "東京", "─────", "e\u{301}", "      ", "x", "▁▂▃"]
      let styles: [Style] = [.plain, .selected, Style(.error, .bold), .muted]
      for _ in 0..<20 {
        var last: Frame?
        fixture.show { frame in
          for _ in 0..<random(12) {
            frame.draw(
              words[random(words.count)], at: Point(x: random(30), y: random(8)),
              styles[random(styles.count)])
          }
          last = frame
        }
        #expect(fixture.pty.screen.lines == last?.lines, "seed \(seed)")
      }
      #expect(fixture.pty.screen.unknown == [], "seed \(seed)")
    }

    @Test func redrawsWholeWhenAsked() throws {
      let fixture = try ScreenFixture()
      let draw: (inout Frame) -> Void = { $0.draw("hello", at: Point(x: 3, y: 3)) }
      fixture.show(draw)
      fixture.pty.configure { $0.feed(Array("\u{1B}[Hwritten over".utf8)) }
      fixture.screen.redraw()
      fixture.show(draw)
      #expect(fixture.pty.screen.text(ofRow: 0) == "")
      #expect(fixture.pty.screen.text(ofRow: 3) == "   hello")
    }

    @Test func closingLeavesAFreshTerminal() throws {
      let fixture = try ScreenFixture()
      fixture.show(cursor: Cursor(Point(x: 0, y: 0), isVisible: true)) {
        $0.draw("x", at: Point(x: 0, y: 0), Style(.error, .bold))
      }
      #expect(!fixture.pty.isCooked)
      fixture.screen.close()
      fixture.pty.takeOutput()
      #expect(fixture.pty.screen.leftovers == [])
      #expect(fixture.pty.isCooked)
      #expect(fixture.show { $0.draw("y", at: Point(x: 0, y: 0)) } == 0)
    }

    @Test func copiesByTheTerminal() throws {
      let fixture = try ScreenFixture()
      #expect(fixture.screen.copy("hi"))
      fixture.pty.takeOutput()
      #expect(fixture.pty.screen.clipboard == "aGk=")
      #expect(fixture.screen.copy(""))
      #expect(!fixture.screen.copy(String(repeating: "x", count: 75_000)))
    }

    @Test func aWholeRepaintIsOneFrame() throws {
      let fixture = try ScreenFixture(columns: 300, rows: 100)
      _ = fixture.screen.readEvents()
      fixture.show { frame in
        for row in 0..<100 { frame.draw("row \("\(row)")", at: Point(x: row, y: row)) }
      }
      #expect(fixture.pty.screen.text(ofRow: 99).hasSuffix("row 99"))
    }
  }
}
