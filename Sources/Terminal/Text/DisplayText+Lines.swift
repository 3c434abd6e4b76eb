extension DisplayText {
  /// Columns between the stops a tab character moves to.
  public static let tabStopColumns = 8

  /// The lines of a text that may have many: line ends are honoured, tabs become blanks, everything
  /// else is made safe.
  /// - Complexity: O(length).
  public static func lines(
    of text: String, ambiguousWidth: AmbiguousWidth = .narrow
  ) -> [DisplayText] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
      guard line.contains("\t") else {
        return DisplayText(String(line), ambiguousWidth: ambiguousWidth)
      }
      var expanded = DisplayText("", ambiguousWidth: ambiguousWidth)
      for (index, part) in line.split(separator: "\t", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          let blanks = tabStopColumns - expanded.width % tabStopColumns
          expanded = expanded.fitted(to: expanded.width + blanks)
        }
        expanded = expanded + DisplayText(String(part), ambiguousWidth: ambiguousWidth)
      }
      return expanded
    }
  }

  /// Breaks the text into lines of at most `columns` columns, at blanks where there are any.
  /// - Complexity: O(length).
  public func wrapped(to columns: Int) -> [DisplayText] {
    guard columns > 0 else { return [] }
    var lines: [DisplayText] = []
    var rest = self
    while rest.width > columns {
      let (line, following) = rest.broken(at: columns)
      lines.append(line)
      rest = following
    }
    lines.append(rest)
    return lines
  }

  /// The first line of at most `columns` columns, and what follows it without the blank between.
  private func broken(at columns: Int) -> (DisplayText, DisplayText) {
    let head = prefix(columns + 1)
    if let blank = head.string.lastIndex(of: " "), blank > head.string.startIndex {
      let line = DisplayText(
        safe: String(head.string[..<blank]), ambiguousWidth: ambiguousWidth)
      return (line, dropping(line.width + 1))
    }
    let line = prefix(columns)
    // A wide character in a single column: it can never fit, so it is left out.
    return line.isEmpty ? (.empty, dropping(columns)) : (line, dropping(line.width))
  }
}
