extension DisplayText {
  /// As much of the beginning as fits into `columns`, with `ellipsis` at the end when something is
  /// missing.
  /// - Parameters:
  ///   - columns: the room; 0 or less gives the empty text.
  ///   - ellipsis: what stands for the missing part, empty for a hard cut.
  /// - Complexity: O(length).
  public func truncated(to columns: Int, ellipsis: DisplayText = "…") -> DisplayText {
    guard width > columns else { return self }
    guard columns > 0 else { return .empty }
    let mark = ellipsis.width <= columns ? ellipsis : .empty
    return prefix(columns - mark.width) + mark
  }

  /// As much of the end as fits into `columns`, with `ellipsis` before it when something is missing.
  public func truncatedAtStart(to columns: Int, ellipsis: DisplayText = "…") -> DisplayText {
    guard width > columns else { return self }
    guard columns > 0 else { return .empty }
    let mark = ellipsis.width <= columns ? ellipsis : .empty
    return mark + dropping(width - (columns - mark.width))
  }

  /// The longest beginning of at most `columns` columns; characters are never split.
  public func prefix(_ columns: Int) -> DisplayText {
    guard columns < width else { return self }
    guard columns > 0 else { return .empty }
    if isASCII { return DisplayText(safe: String(string.prefix(columns)), like: self) }
    var used = 0
    var end = string.startIndex
    for index in string.indices {
      used += columnsOf(string[index])
      if used > columns { break }
      end = string.index(after: index)
    }
    return DisplayText(safe: String(string[..<end]), like: self)
  }

  /// What follows the first `columns` columns; a wide character that straddles the cut is left out.
  public func dropping(_ columns: Int) -> DisplayText {
    guard columns > 0 else { return self }
    guard columns < width else { return .empty }
    if isASCII { return DisplayText(safe: String(string.dropFirst(columns)), like: self) }
    var used = 0
    var start = string.startIndex
    while start < string.endIndex, used < columns {
      used += columnsOf(string[start])
      start = string.index(after: start)
    }
    return DisplayText(safe: String(string[start...]), like: self)
  }

  /// The text in exactly `columns` columns: cut or filled with blanks.
  public func fitted(to columns: Int, _ alignment: Alignment = .leading) -> DisplayText {
    let text = truncated(to: columns)
    let blanks = max(0, columns - text.width)
    guard blanks > 0 else { return text }
    let left =
      switch alignment {
      case .leading: 0
      case .centre: blanks / 2
      case .trailing: blanks
      }
    let filled =
      String(repeating: " ", count: left) + text.string
      + String(repeating: " ", count: blanks - left)
    return DisplayText(safe: filled, like: self)
  }

  /// Wraps text that is known to be safe, with the width rules of `other`.
  init(safe: String, like other: DisplayText) {
    self.init(safe: safe, ambiguousWidth: other.ambiguousWidth)
  }

  func columnsOf(_ character: Character) -> Int {
    var columns = 0
    Self.forEachCell(of: String(character), ambiguousWidth: ambiguousWidth) {
      columns += $0.width
    }
    return columns
  }
}
