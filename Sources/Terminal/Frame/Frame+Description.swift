extension Frame: CustomStringConvertible {
  /// The text of one row, without trailing blanks.
  public func text(ofRow row: Int) -> String {
    guard row >= 0, row < size.height else { return "" }
    var scalars = String.UnicodeScalarView()
    for cell in cells[(row * size.width)..<((row + 1) * size.width)] {
      switch content(of: cell) {
      case .scalar(let scalar): scalars.append(scalar)
      case .cluster(let cluster): scalars.append(contentsOf: cluster)
      case .continuation: break
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The rows' text, without trailing blanks.
  public var lines: [String] { (0..<size.height).map(text(ofRow:)) }

  /// The rows' text with line ends, as golden files hold it.
  public var description: String { lines.map { $0 + "\n" }.joined() }

  /// The look of every cell as a second picture of the same size, and the legend that explains it.
  ///
  /// Plain cells are `.`; each other style has a letter in the order of its first appearance.
  public var styleDescription: String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var order: [Style] = []
    var picture = ""
    for row in 0..<size.height {
      var line = ""
      for cell in cells[(row * size.width)..<((row + 1) * size.width)] {
        if cell.style == .plain {
          line.append(".")
          continue
        }
        if !order.contains(cell.style) { order.append(cell.style) }
        let index = order.firstIndex(of: cell.style) ?? 0
        line.append(index < letters.count ? letters[index] : "?")
      }
      while line.last == "." { line.removeLast() }
      picture += line + "\n"
    }
    for (index, style) in order.enumerated() {
      picture += "\(index < letters.count ? letters[index] : "?") = \(style)\n"
    }
    return picture
  }

  /// How this frame differs from `expected`, cell by cell, for a test's message; nil when it does
  /// not.
  public func difference(from expected: Frame) -> String? {
    guard size == expected.size else { return "the size is \(size), expected \(expected.size)" }
    var report = ""
    for run in changes(from: expected) {
      let place = "row \(run.row), columns \(run.columns.lowerBound)..<\(run.columns.upperBound)"
      report += "\(place):\n  is       \"\(text(of: run))\" \(styles(of: run))\n"
      report += "  expected \"\(expected.text(of: run))\" \(expected.styles(of: run))\n"
    }
    return report.isEmpty ? nil : report
  }

  private func text(of run: FrameRun) -> String {
    var scalars = String.UnicodeScalarView()
    for column in run.columns {
      switch content(at: Point(x: column, y: run.row)) {
      case .scalar(let scalar): scalars.append(scalar)
      case .cluster(let cluster): scalars.append(contentsOf: cluster)
      case .continuation: break
      }
    }
    return String(scalars)
  }

  private func styles(of run: FrameRun) -> String {
    var names: [String] = []
    for column in run.columns {
      let name = "\(style(at: Point(x: column, y: run.row)))"
      if names.last != name { names.append(name) }
    }
    return names.joined(separator: ", ")
  }
}

extension Style: CustomStringConvertible {
  /// `error on selection bold`, for pictures of styles and test messages.
  public var description: String {
    var words = ["\(foreground)"]
    if background != .standard { words.append("on \(background)") }
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.dim) { words.append("dim") }
    if attributes.contains(.reverse) { words.append("reverse") }
    if attributes.contains(.underline) { words.append("underline") }
    return words.joined(separator: " ")
  }
}
