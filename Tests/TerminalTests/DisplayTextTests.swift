import Terminal
import TestSupport
import Testing

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("acme-東京", "acme-東京"),
    ("\u{1B}[31mred", "·u001b[31mred"),
    ("\u{1B}]52;c;aGk=\u{7}x", "·u001b]52;c;aGk=·u0007x"),
    ("\u{1B}P1$r0m\u{1B}\\", "·u001bP1$r0m·u001b\\"),
    ("\u{1B}_Gi=1\u{1B}\\", "·u001b_Gi=1·u001b\\"),
    ("\u{9B}2J", "·u009b2J"),
    ("\u{9D}0;t\u{9C}", "·u009d0;t·u009c"),
    ("a\tb\nc\r\nd", "a·u0009b·u000ac·u000d·u000ad"),
    ("del\u{7F}", "del·u007f"),
    ("user\u{202E}gnp.exe", "user·u202egnp.exe"),
    ("\u{2066}iso\u{2069}", "·u2066iso·u2069"),
    ("ze\u{200B}ro\u{FEFF}", "ze·u200bro·ufeff"),
    ("join\u{200D}er", "join·u200der"),
    ("soft\u{AD}hyphen", "soft·u00adhyphen"),
    ("l\u{2028}p\u{2029}", "l·u2028p·u2029"),
    ("tag\u{E0041}", "tag·ue0041"),
    ("\u{301}alone", "·u0301alone"),
    ("line\n\u{301}", "line·u000a·u0301"),
    ("none\u{378}", "none·u0378"),
    ("filler\u{3164}", "filler·u3164"),
    ("mongol\u{180E}", "mongol·u180e"),
    ("text\u{FE0F}", "text·ufe0f"),
  ])
  func whatATerminalWouldObeyIsShown(text: String, shown: String) {
    #expect(DisplayText(text).string == shown)
  }

  @Test(arguments: [
    ("e\u{301}", 1), ("東京", 4), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("🇩🇪", 2), ("1️⃣", 2),
    ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("กำ", 2), ("😀", 2), ("", 0), ("ｱｲ", 2),
  ])
  func widthOfClusters(text: String, columns: Int) {
    #expect(DisplayText(text).width == columns)
  }

  @Test func joinedAndTonedEmojiShowTheirFirst() {
    #expect(DisplayText("👨‍👩‍👧!").string == "👨!")
    #expect(DisplayText("👍🏽!").string == "👍!")
    #expect(DisplayText("☠\u{FE0E}").string == "☠")
  }

  @Test func combiningMarksAreCapped() {
    let zalgo = "a" + String(repeating: "\u{316}", count: 500) + "b"
    let text = DisplayText(zalgo)
    #expect(text.width == 2)
    #expect(text.string.unicodeScalars.count == 6)
  }

  @Test func invalidUTF8IsShownByteByByte() {
    #expect(DisplayText(utf8: [0x61, 0xFF, 0x62]).string == "a·xffb")
    #expect(DisplayText(utf8: [0xC3]).string == "·xc3")
    #expect(DisplayText(utf8: [0xED, 0xA0, 0x80]).string == "·xed·xa0·x80")
    #expect(DisplayText(utf8: [0xC0, 0xAF]).string == "·xc0·xaf")
    #expect(DisplayText(utf8: Array("東é".utf8)).string == "東é")
    #expect(DisplayText(utf8: [0xF4, 0x90, 0x80, 0x80]).string == "·xf4·x90·x80·x80")
  }

  @Test func aNameOfTenKilobytesFitsItsColumn() {
    let text = DisplayText(String(repeating: "\u{1B}[2J東", count: 1500))
    #expect(text.width > 10_000)
    #expect(text.truncated(to: 12).string == "·u001b[2J東…")
    #expect(text.truncated(to: 12).width <= 12)
  }

  @Test func cuttingNeverSplitsACharacter() {
    let text = DisplayText("東京e\u{301}x")
    #expect(text.truncated(to: 3).string == "東…")
    #expect(text.truncated(to: 2).string == "…")
    #expect(text.truncated(to: 1).string == "…")
    #expect(text.truncated(to: 0).string == "")
    #expect(text.truncated(to: -1).string == "")
    #expect(text.prefix(3).string == "東")
    #expect(text.dropping(1).string == "京e\u{301}x")
    #expect(text.dropping(4).string == "e\u{301}x")
    #expect(text.truncatedAtStart(to: 4).string == "…e\u{301}x")
  }

  @Test func fittingFillsAndAligns() {
    #expect(DisplayText("ab").fitted(to: 5).string == "ab   ")
    #expect(DisplayText("ab").fitted(to: 5, .trailing).string == "   ab")
    #expect(DisplayText("ab").fitted(to: 5, .centre).string == " ab  ")
    #expect(DisplayText("東京").fitted(to: 3).string == "東…")
  }

  @Test func wrappingBreaksAtBlanks() {
    let lines = DisplayText("burst is below rate: less than fits").wrapped(to: 12)
    #expect(lines.map(\.string) == ["burst is", "below rate:", "less than", "fits"])
    #expect(DisplayText("abcdefgh").wrapped(to: 3).map(\.string) == ["abc", "def", "gh"])
    #expect(DisplayText("abc de").wrapped(to: 3).map(\.string) == ["abc", "de"])
    #expect(DisplayText("abc ").wrapped(to: 3).map(\.string) == ["abc", ""])
    #expect(DisplayText("a  bc").wrapped(to: 3).map(\.string) == ["a ", "bc"])
    #expect(DisplayText(" abcd").wrapped(to: 3).map(\.string) == [" ab", "cd"])
    #expect(DisplayText("a 東京 b").wrapped(to: 5).map(\.string) == ["a", "東京", "b"])
    #expect(DisplayText("東京都").wrapped(to: 1).allSatisfy { $0.isEmpty })
    #expect(DisplayText("x").wrapped(to: 0).isEmpty)
  }

  @Test func linesHonourEndsAndTabs() {
    let lines = DisplayText.lines(of: "a\tb\r\nc\u{1B}\n")
    #expect(lines.map(\.string) == ["a       b", "c·u001b", ""])
  }

  @Test func rightToLeftIsNoticed() {
    #expect(DisplayText("שלום").hasRightToLeft)
    #expect(DisplayText("مرحبا").hasRightToLeft)
    #expect(!DisplayText("東京 abc").hasRightToLeft)
  }

  /// Whatever comes in, nothing that a terminal obeys comes out, and the width is that of the cells.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func anyScalarsBecomeSafe(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let blocks: [ClosedRange<UInt32>] = [
      0x00...0xFF, 0x300...0x36F, 0x590...0x6FF, 0x1100...0x11FF, 0x2000...0x206F,
      0x2600...0x27BF, 0xFE00...0xFE0F, 0x1F1E6...0x1F6FF, 0xE0000...0xE007F, 0x900...0x97F,
    ]
    var input = String.UnicodeScalarView()
    for _ in 0..<300 {
      let block = blocks[Int(random.next() % UInt64(blocks.count))]
      let value = block.lowerBound + UInt32(random.next() % UInt64(block.count))
      if let scalar = Unicode.Scalar(value) { input.append(scalar) }
    }
    let text = DisplayText(String(input))
    for scalar in text.string.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isFormat = scalar.properties.generalCategory == .format
      #expect(!isControl && !isFormat, "seed \(seed), scalar \(String(scalar.value, radix: 16))")
    }
    var frame = Frame(size: Size(width: text.width + 10, height: 1))
    frame.draw(text, at: Point(x: 0, y: 0))
    frame.draw("|", at: Point(x: text.width, y: 0))
    #expect(frame.text(ofRow: 0) == text.string + "|", "seed \(seed)")
    #expect(DisplayText(text.string) == text, "seed \(seed): safe text stays as it is")
  }
}
