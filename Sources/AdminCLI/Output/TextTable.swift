import Terminal

/// Rows in aligned columns, with every cell made safe for a terminal.
struct TextTable {
  private let header: [String]
  private var rows: [[DisplayText]] = []
  private var ids: [DisplayText] = []

  init(_ header: String...) {
    self.header = header
  }

  /// Adds a row.
  ///
  /// - Parameter id: What stands for the row in quiet form; the first cell unless given.
  mutating func add(id: String? = nil, _ cells: String...) {
    rows.append(cells.map { DisplayText($0) })
    ids.append(DisplayText(id ?? cells.first ?? ""))
  }

  var isEmpty: Bool { rows.isEmpty }

  /// The table as lines, the header first; the last column is not padded.
  var lines: [String] {
    let all = [header.map { DisplayText($0) }] + rows
    let widths = header.indices.map { column in all.map { $0[column].width }.max() ?? 0 }
    return all.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1 ? cell.string : cell.fitted(to: widths[column]).string
      }.joined(separator: "  ")
    }
  }

  /// Prints the table, in quiet form the ids alone, or a word of its absence.
  func print(to output: AdminOutput, whenEmpty: String) {
    guard !output.isQuiet else { return ids.forEach { output.line($0.string) } }
    guard !isEmpty else { return output.note(whenEmpty) }
    for (index, line) in lines.enumerated() {
      output.line(index == 0 ? output.styled(line, .muted) : line)
    }
  }
}
