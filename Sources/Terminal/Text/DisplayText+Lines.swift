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
    guard width > columns else { return [self] }
    var lines: [DisplayText] = []
    var start = string.startIndex
    var used = 0
    // The last blank the line could be broken at, and the columns before it.
    var blank: (index: String.Index, columns: Int)?
    for index in string.indices {
      let character = string[index]
      let next = columnsOf(character)
      if character == " ", index > start { blank = (index, used) }
      if used + next > columns {
        let end = blank?.index ?? index
        lines.append(DisplayText(safe: String(string[start..<end]), like: self))
        start = blank == nil ? end : string.index(after: end)
        used -= blank.map { $0.columns + 1 } ?? used
        blank = nil
        // The blank itself goes, and so does a wide character in a single column, which never fits.
        guard start <= index else { used = 0; continue }
        guard next <= columns else { start = string.index(after: index); continue }
      }
      used += next
    }
    lines.append(DisplayText(safe: String(string[start...]), like: self))
    return lines
  }
}
