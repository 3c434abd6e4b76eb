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
    var reader = RunReader(runs: runs)
    return whole.wrapped(to: columns).enumerated().map { index, line in
      if index > 0 { reader.skipBlank() }
      return reader.take(line.width)
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

/// Takes the runs of a line apart from its beginning on, each character once.
private struct RunReader {
  let runs: [StyledText.Run]
  private var run = 0
  private var index: String.Index

  init(runs: [StyledText.Run]) {
    self.runs = runs
    index = runs.first?.text.string.startIndex ?? "".startIndex
    skipEnds()
  }

  /// Leaves a blank out that a line was broken at.
  mutating func skipBlank() {
    guard run < runs.count, runs[run].text.string[index] == " " else { return }
    index = runs[run].text.string.index(after: index)
    skipEnds()
  }

  /// The next part of so many columns.
  mutating func take(_ columns: Int) -> StyledText {
    var part = StyledText.empty
    var used = 0
    while run < runs.count, used < columns {
      let text = runs[run].text
      let start = index
      while index < text.string.endIndex, used < columns {
        used += text.columnsOf(text.string[index])
        index = text.string.index(after: index)
      }
      part.append(
        DisplayText(safe: String(text.string[start..<index]), like: text), runs[run].style)
      skipEnds()
    }
    return part
  }

  private mutating func skipEnds() {
    while run < runs.count, index == runs[run].text.string.endIndex {
      run += 1
      if run < runs.count { index = runs[run].text.string.startIndex }
    }
  }
}
