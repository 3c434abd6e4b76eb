import Terminal

extension VirtualTerminal {
  /// The characters of the DEC line drawing set that ncurses uses.
  private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
    "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴",
    "w": "┬", "x": "│", "a": "▒", "`": "◆", "f": "°", "g": "±", "~": "·", "o": "⎺", "s": "⎽",
  ]

  mutating func put(_ received: Unicode.Scalar) {
    let scalar = isLineDrawing ? Self.lineDrawing[received] ?? received : received
    let width = ScalarWidth.columns(of: scalar)
    if width == 0 {
      join(scalar)
      return
    }
    if isWrapPending || (width == 2 && cursorX == columns - 1) {
      if modes.contains(7) {
        cursorX = 0
        lineFeed()
      }
      isWrapPending = false
    }
    clearHalves(at: cursorX)
    cells[cursorY][cursorX].text = String(Character(scalar))
    cells[cursorY][cursorX].style = style
    if width == 2, cursorX + 1 < columns {
      clearHalves(at: cursorX + 1)
      cells[cursorY][cursorX + 1].text = ""
      cells[cursorY][cursorX + 1].style = style
    }
    lastCharacter = received
    if cursorX + width >= columns {
      cursorX = columns - 1
      isWrapPending = true
    } else {
      cursorX += width
    }
  }

  private mutating func join(_ scalar: Unicode.Scalar) {
    var x = isWrapPending ? cursorX : cursorX - 1
    if x > 0, cells[cursorY][x].text.isEmpty { x -= 1 }
    guard x >= 0 else { return }
    cells[cursorY][x].text.unicodeScalars.append(scalar)
  }

  /// Blanks the rest of a wide character that is about to lose one of its halves.
  private mutating func clearHalves(at x: Int) {
    if cells[cursorY][x].text.isEmpty, x > 0 { cells[cursorY][x - 1].text = " " }
    if x + 1 < columns, cells[cursorY][x + 1].text.isEmpty { cells[cursorY][x + 1].text = " " }
    cells[cursorY][x].text = " "
  }

  mutating func obey(control: UInt8) {
    switch control {
    case 0x07: bellCount += 1
    case 0x08: move(toX: cursorX - 1, y: cursorY)
    case 0x09: move(toX: min(columns - 1, (cursorX / 8 + 1) * 8), y: cursorY)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(toX: 0, y: cursorY)
    case 0x0E: isLineDrawing = true
    case 0x0F: isLineDrawing = false
    case 0x00, 0x7F: break
    default: unknown.append("control \(control)")
    }
  }

  mutating func move(toX x: Int, y: Int) {
    cursorX = max(0, min(x, columns - 1))
    cursorY = max(0, min(y, rows - 1))
    isWrapPending = false
  }

  mutating func lineFeed() {
    isWrapPending = false
    if cursorY == region.upperBound - 1 {
      scrollUp(1, from: region.lowerBound)
    } else if cursorY < rows - 1 {
      cursorY += 1
    }
  }

  mutating func reverseLineFeed() {
    isWrapPending = false
    if cursorY == region.lowerBound {
      scrollDown(1, from: region.lowerBound)
    } else if cursorY > 0 {
      cursorY -= 1
    }
  }

  /// Moves the rows from `top` to the end of the region up; blanks come in at the bottom.
  mutating func scrollUp(_ count: Int, from top: Int) {
    for _ in 0..<min(count, region.upperBound - top) {
      cells.remove(at: top)
      cells.insert(erasedRow, at: region.upperBound - 1)
    }
  }

  /// Moves the rows from `top` to the end of the region down; blanks come in at the top.
  mutating func scrollDown(_ count: Int, from top: Int) {
    for _ in 0..<min(count, region.upperBound - top) {
      cells.remove(at: region.upperBound - 1)
      cells.insert(erasedRow, at: top)
    }
  }

  var erasedRow: [VirtualCell] {
    Array(repeating: VirtualCell(erasedWith: style), count: columns)
  }

  /// Blanks cells of the cursor's row.
  mutating func erase(_ range: Range<Int>, row: Int) {
    for x in range.clamped(to: 0..<columns) { cells[row][x] = VirtualCell(erasedWith: style) }
  }
}
