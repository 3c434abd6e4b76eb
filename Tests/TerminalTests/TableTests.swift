import Terminal
import TestSupport
import Testing

@Suite struct TableTests {
  private static let columns = [
    TableColumn(id: "name", title: "NAME", minimum: 8, ideal: 14, isFlexible: true),
    TableColumn(id: "key", title: "KEY", minimum: 10, ideal: 10, priority: 2),
    TableColumn(id: "state", title: "STATE", minimum: 5, ideal: 9, priority: 1),
    TableColumn(
      id: "rate", title: "R/S", minimum: 5, ideal: 6, priority: 3, alignment: .trailing),
    TableColumn(id: "last", title: "LAST 60 S", minimum: 6, ideal: 10, priority: 4),
    TableColumn(id: "month", title: "MONTH", minimum: 9, ideal: 11, priority: 2),
  ]
  private static let names = [
    "acme-web", "acme-batch", "acme-東京", "a\u{1B}[31mevil", "a-rather-long-name-of-a-key", "x",
  ]

  private func table(rows count: Int = 6, cursor: Int = 1) -> Table {
    Table(
      columns: Self.columns,
      rows: TableRows(
        count: count, isMarked: { $0 == 2 },
        style: { $0 == 5 ? .muted : .plain },
        cell: { row, column in
          switch column {
          case "name": .text(DisplayText(Self.names[row % Self.names.count]))
          case "key": .text("••••F0yrv6", .muted)
          case "state": row == 1 ? .text("THROTTLED", Style(.error, .bold)) : .text("on")
          case "rate": .text("\(row * 10).0")
          case "last":
            .sparkline(values: (0...row).map(Double.init), maximum: 6, style: Style(.graph))
          default:
            .bar(
              fraction: Double(row) / 6, label: "\(row * 16)%", style: Style(.graph))
          }
        }),
      state: ListState(cursor: cursor), sort: TableSort(column: "month", isDescending: true))
  }

  private func show(_ table: Table, _ size: Size, glyphs: Glyphs = .unicode) -> MemoryScreen {
    let screen = MemoryScreen(size: size, glyphs: glyphs)
    var frame = screen.makeFrame()
    let cursor = table.draw(into: &frame, in: frame.bounds)
    screen.present(frame, cursor: cursor.map { Cursor($0, isVisible: false) })
    return screen
  }

  @Test func wide() {
    expectGolden(show(table(), Size(width: 72, height: 8)).textAndStyles, "table-wide.txt")
  }

  @Test func narrowDropsTheLeastImportant() {
    expectGolden(show(table(), Size(width: 40, height: 8)).text, "table-narrow.txt")
  }

  @Test func scrolledKeepsTheNames() {
    var table = table()
    table.scrolledColumns = 3
    expectGolden(show(table, Size(width: 40, height: 8)).text, "table-scrolled.txt")
  }

  @Test func withoutFocusAndInASCII() {
    var table = table()
    table.isFocused = false
    expectGolden(
      show(table, Size(width: 72, height: 8), glyphs: .ascii).textAndStyles, "table-ascii.txt")
  }

  @Test func emptySaysWhatToDo() {
    var table = table(rows: 0)
    table.emptyText = ["no keys yet", "n makes one"]
    let screen = show(table, Size(width: 40, height: 4))
    #expect(screen.shows("n makes one"))
    #expect(screen.cursor == nil)
  }

  @Test func aMillionRowsCostAWindow() {
    var asked = 0
    var table = table(rows: 1_000_000, cursor: 999_999)
    let cell = table.rows.cell
    table.rows = TableRows(count: 1_000_000) { row, column in
      asked += 1
      return cell(row, column)
    }
    let screen = show(table, Size(width: 72, height: 11))
    #expect(asked <= 10 * Self.columns.count)
    #expect(screen.cursor?.point.y == 10)
  }

  @Test func everySizeIsSafe() {
    for width in 0...60 {
      for height in 0...4 { _ = show(table(), Size(width: width, height: height)) }
    }
  }

  @Test func pointsAreFound() {
    let rect = Rect(x: 2, y: 1, width: 72, height: 8)
    let table = table()
    #expect(table.row(at: Point(x: 5, y: 1), in: rect) == nil)
    #expect(table.row(at: Point(x: 5, y: 2), in: rect) == 0)
    #expect(table.row(at: Point(x: 5, y: 7), in: rect) == 5)
    #expect(table.row(at: Point(x: 5, y: 8), in: rect) == nil)
    #expect(table.heading(at: Point(x: 3, y: 1), in: rect) == "name")
    #expect(table.heading(at: Point(x: 3, y: 2), in: rect) == nil)
    #expect(table.heading(at: Point(x: 73, y: 1), in: rect) == "month")
  }
}
