extension StyledText {
  /// Breaks the line into lines of at most `columns` columns, at blanks where there are any.
  /// - Complexity: O(length).
  public func wrapped(to columns: Int) -> [StyledText] {
    guard width > columns else { return [self] }
    guard columns > 0 else { return [] }
    if let only = runs.first, runs.count == 1 {
      return only.text.wrapped(to: columns).map { StyledText($0, only.style) }
    }
    let whole = runs.dropFirst().reduce(runs[0].text) { $0 + $1.text }
    var consumed = 0
    return whole.wrapped(to: columns).map { line in
      if consumed > 0, slice(from: consumed, columns: 1).string == " " { consumed += 1 }
      defer { consumed += line.width }
      return slice(from: consumed, columns: line.width)
    }
  }

  /// The part that begins at column `start` and takes `columns`.
  private func slice(from start: Int, columns: Int) -> StyledText {
    var part = StyledText.empty
    var x = 0
    for run in runs {
      let end = x + run.text.width
      if end > start, x < start + columns {
        part.append(
          run.text.dropping(start - x).prefix(start + columns - max(x, start)), run.style)
      }
      x = end
    }
    return part
  }
}

extension StyledText {
  /// What follows the first `columns` columns.
  public func dropping(_ columns: Int) -> StyledText {
    guard columns > 0 else { return self }
    return slice(from: columns, columns: max(0, width - columns))
  }
}
