extension VirtualTerminal {
  mutating func obey(escape sequence: String) {
    switch sequence {
    case "7": saved = (cursorX, cursorY, style)
    case "8": restore()
    case "D": lineFeed()
    case "E":
      lineFeed()
      cursorX = 0
    case "M": reverseLineFeed()
    case "=": isKeypadApplication = true
    case ">": isKeypadApplication = false
    case "(0": isLineDrawing = true
    case "(B": isLineDrawing = false
    case ")0", ")B", "\\", "H": break
    case "c": self = VirtualTerminal(columns: columns, rows: rows)
    default: unknown.append("ESC \(sequence)")
    }
  }

  mutating func obey(_ sequence: VirtualTerminalParser.ControlSequence) {
    switch (sequence.mark, sequence.intermediates) {
    case ("?", ""): obeyPrivate(sequence)
    case ("?", "$") where sequence.final == "p": report(mode: sequence.number(0))
    case ("", "!") where sequence.final == "p": modes = modes.union(Self.initialModes)
    case ("", ""):
      if !obeyMovement(sequence), !obeyErasure(sequence) { obeyOther(sequence) }
    case (">", ""):
      // Key modifier options and secondary attributes: nothing that is seen.
      if sequence.final != "m", sequence.final != "c" { note(sequence) }
    default: note(sequence)
    }
  }

  private mutating func note(_ sequence: VirtualTerminalParser.ControlSequence) {
    let numbers = sequence.numbers.map(String.init).joined(separator: ";")
    unknown.append("CSI \(sequence.mark)\(numbers)\(sequence.intermediates)\(sequence.final)")
  }

  private mutating func obeyMovement(
    _ sequence: VirtualTerminalParser.ControlSequence
  ) -> Bool {
    let count = sequence.number(0)
    switch sequence.final {
    case "A": move(toX: cursorX, y: max(cursorY - count, 0))
    case "B", "e": move(toX: cursorX, y: cursorY + count)
    case "C", "a": move(toX: cursorX + count, y: cursorY)
    case "D": move(toX: cursorX - count, y: cursorY)
    case "E": move(toX: 0, y: cursorY + count)
    case "F": move(toX: 0, y: cursorY - count)
    case "G", "`": move(toX: count - 1, y: cursorY)
    case "H", "f": move(toX: sequence.number(1) - 1, y: count - 1)
    case "d": move(toX: cursorX, y: count - 1)
    case "Z": move(toX: max(0, (cursorX - 1) / 8 * 8), y: cursorY)
    case "s": saved = (cursorX, cursorY, style)
    case "u": restore()
    default: return false
    }
    return true
  }

  private mutating func obeyErasure(
    _ sequence: VirtualTerminalParser.ControlSequence
  ) -> Bool {
    let count = sequence.number(0)
    switch sequence.final {
    case "J": eraseScreen(sequence.number(0, or: 0))
    case "K": eraseLine(sequence.number(0, or: 0))
    case "X": erase(cursorX..<min(columns, cursorX + count), row: cursorY)
    case "P":
      let removed = min(count, columns - cursorX)
      cells[cursorY].removeSubrange(cursorX..<(cursorX + removed))
      cells[cursorY] += Array(repeating: VirtualCell(erasedWith: style), count: removed)
    case "@":
      let added = min(count, columns - cursorX)
      cells[cursorY].removeLast(added)
      cells[cursorY].insert(
        contentsOf: Array(repeating: VirtualCell(erasedWith: style), count: added), at: cursorX)
    case "L": if region.contains(cursorY) { scrollDown(count, from: cursorY) }
    case "M": if region.contains(cursorY) { scrollUp(count, from: cursorY) }
    case "S": scrollUp(count, from: region.lowerBound)
    case "T": scrollDown(count, from: region.lowerBound)
    case "b": for _ in 0..<count { if let lastCharacter { put(lastCharacter) } }
    default: return false
    }
    return true
  }

  private mutating func obeyOther(_ sequence: VirtualTerminalParser.ControlSequence) {
    switch sequence.final {
    case "m": setStyle(sequence.numbers)
    case "r":
      let top = sequence.number(0) - 1
      let bottom = min(rows, sequence.number(1, or: rows))
      region = top < bottom ? top..<bottom : 0..<rows
      move(toX: 0, y: 0)
    case "c": replies += "\u{1B}[?62;22c"
    case "n" where sequence.number(0) == 5: replies += "\u{1B}[0n"
    case "n" where sequence.number(0) == 6: replies += "\u{1B}[\(cursorY + 1);\(cursorX + 1)R"
    case "h", "l":
      // Insert mode off and the like: ncurses resets them at its start.
      if sequence.final == "h" { note(sequence) }
    case "t", "q": break
    default: note(sequence)
    }
  }

  private mutating func eraseScreen(_ which: Int) {
    switch which {
    case 0:
      erase(cursorX..<columns, row: cursorY)
      for row in (cursorY + 1)..<max(rows, cursorY + 1) { erase(0..<columns, row: row) }
      if cursorX == 0, cursorY == 0 { clearCount += 1 }
    case 1:
      erase(0..<(cursorX + 1), row: cursorY)
      for row in 0..<cursorY { erase(0..<columns, row: row) }
    default:
      for row in 0..<rows { erase(0..<columns, row: row) }
      clearCount += 1
    }
  }

  private mutating func eraseLine(_ which: Int) {
    switch which {
    case 0: erase(cursorX..<columns, row: cursorY)
    case 1: erase(0..<(cursorX + 1), row: cursorY)
    default: erase(0..<columns, row: cursorY)
    }
  }

  private mutating func restore() {
    move(toX: saved.x, y: saved.y)
    style = saved.style
  }

  private mutating func obeyPrivate(_ sequence: VirtualTerminalParser.ControlSequence) {
    guard sequence.final == "h" || sequence.final == "l" else {
      if sequence.final != "u", sequence.final != "r", sequence.final != "s" { note(sequence) }
      return
    }
    for mode in sequence.numbers { set(mode: mode, sequence.final == "h") }
  }

  private mutating func set(mode: Int, _ isOn: Bool) {
    let wasOn = modes.contains(mode)
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
    switch mode {
    case 1049 where isOn && !wasOn:
      alternateScreenCount += 1
      saved = (cursorX, cursorY, style)
      swap(&cells, &otherCells)
      cells = Self.blank(columns, rows)
    case 1049 where !isOn && wasOn:
      swap(&cells, &otherCells)
      restore()
    case 1000, 1002, 1003:
      // The three exclude each other: the last one asked for is in force.
      for other in [1000, 1002, 1003] where other != mode { modes.remove(other) }
    case 2026 where !isOn && wasOn: heldFrameCount += 1
    default: break
    }
  }

  private mutating func report(mode: Int) {
    let isKnown = mode != 2026 || supportsHeldFrames
    let state = !isKnown ? 0 : modes.contains(mode) ? 1 : 2
    replies += "\u{1B}[?\(mode);\(state)$y"
  }

  mutating func obey(text: String, kind: Character) {
    guard kind == "]" else { return }
    if text == "11;?" {
      if let background { replies += "\u{1B}]11;rgb:\(background)\u{1B}\\" }
    } else if text.hasPrefix("52;c;") {
      clipboard = String(text.dropFirst(5))
    } else if text.hasPrefix("0;") || text.hasPrefix("2;") {
      title = String(text.dropFirst(2))
    }
  }

  private mutating func setStyle(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: style = VirtualCell.Style()
      case 1: style.isBold = true
      case 2: style.isDim = true
      case 4: style.isUnderlined = true
      case 7: style.isReverse = true
      case 22:
        style.isBold = false
        style.isDim = false
      case 24: style.isUnderlined = false
      case 27: style.isReverse = false
      case 30...37: style.foreground = number - 30
      case 38: style.foreground = Self.takeColor(&rest)
      case 39: style.foreground = -1
      case 40...47: style.background = number - 40
      case 48: style.background = Self.takeColor(&rest)
      case 49: style.background = -1
      case 90...97: style.foreground = number - 82
      case 100...107: style.background = number - 92
      case 3, 5, 23, 25: break
      default: unknown.append("SGR \(number)")
      }
    }
  }

  private static func takeColor(_ rest: inout ArraySlice<Int>) -> Int {
    if rest.first == 5 {
      rest = rest.dropFirst()
      return rest.popFirst() ?? -1
    }
    rest = rest.dropFirst(4)
    return -1
  }
}
