extension Form {
  /// Columns for values below which labels get a line of their own.
  private static let minimumValueColumns = 24
  /// The most columns an input of text takes, with its brackets.
  private static let textColumns = 48
  /// The columns an input of a number takes, with its brackets.
  private static let numberColumns = 14
  /// Rows of what is said below a field: enough for every error to be read whole.
  private static let belowRows = 4

  /// Draws the fields around the cursor; when the form is too tall, the cursor's field is kept in
  /// the middle.
  /// - Returns: where the terminal's cursor belongs, nil when nothing can be edited.
  @discardableResult
  public func draw(into frame: inout Frame, in rect: Rect) -> Point? {
    var cursor: Point?
    for place in places(in: rect) {
      let point = draw(place, into: &frame)
      if place.index == focus { cursor = point }
    }
    return cursor
  }

  /// Where a field lies.
  struct Place {
    let index: Int
    /// All of it.
    let rect: Rect
    /// Its value and what is said below it.
    let value: Rect
  }

  /// Where the fields lie that are seen.
  func places(in rect: Rect) -> [Place] {
    let (isNarrow, indent, heights) = measures(inWidth: rect.width)
    var line = -firstLine(heights: heights, height: rect.height)
    return fields.indices.compactMap { index in
      let place = Rect(x: rect.x, y: rect.y + line, width: rect.width, height: heights[index])
      line += heights[index]
      guard place.y >= rect.y, place.y < rect.endY else { return nil }
      let seen = place.intersection(rect)
      let value = (isNarrow ? seen.droppingRows(1) : seen).droppingColumns(indent)
      return Place(index: index, rect: seen, value: value)
    }
  }

  /// The rows the whole form takes in a given width, for sizing the box around it.
  public func height(inWidth width: Int) -> Int {
    measures(inWidth: width).heights.reduce(0, +)
  }

  /// Whether labels have lines of their own, the columns before values, and the rows of each field.
  private func measures(inWidth width: Int) -> (isNarrow: Bool, indent: Int, heights: [Int]) {
    let labelWidth = fields.map(\.label.width).max() ?? 0
    let isNarrow = width < labelWidth + 2 + Self.minimumValueColumns
    let indent = isNarrow ? 2 : labelWidth + 2
    let heights = fields.indices.map {
      (isNarrow ? 2 : 1) + below($0, .ascii, width - indent).count
    }
    return (isNarrow, indent, heights)
  }

  /// The first line seen: the cursor's field in the middle, without blank lines at either end.
  private func firstLine(heights: [Int], height: Int) -> Int {
    let total = heights.reduce(0, +)
    guard total > height, heights.indices.contains(focus) else { return 0 }
    let before = heights[..<focus].reduce(0, +)
    let wanted = max(0, min(before + heights[focus] / 2 - height / 2, total - height))
    // Never begin within a field: its first line says what it is.
    var line = 0
    for fieldHeight in heights {
      if line >= min(wanted, before) { break }
      line += fieldHeight
    }
    return line
  }

  /// What is said below a field: its remark, or its hint while the cursor is on it.
  private func below(_ index: Int, _ glyphs: Glyphs, _ columns: Int) -> [StyledText] {
    let field = fields[index]
    var text = StyledText.empty
    switch field.remark {
    case .error(let error):
      text = StyledText(DisplayText(String(Character(glyphs.failed))) + " " + error, Style(.error))
    case .warning(let warning):
      let mark = DisplayText(String(Character(glyphs.warning)))
      text = StyledText(mark + " " + warning, Style(.warning))
    case nil:
      if index == focus { text = StyledText(field.hint, .muted) }
    }
    guard text.width > 0 else { return [] }
    let lines = text.wrapped(to: max(1, columns))
    guard lines.count > Self.belowRows else { return lines }
    // The last row is cut where the rest would have gone on, so that its end is seen to be missing.
    let kept = lines.prefix(Self.belowRows - 1)
    let rest = lines.dropFirst(kept.count).reduce(.empty) { $0 + StyledText(" ") + $1 }
    return kept + [rest.dropping(1).truncated(to: columns)]
  }

  private func draw(_ place: Place, into frame: inout Frame) -> Point? {
    let field = fields[place.index]
    let isFocused = place.index == focus && field.control.isEditable
    frame.draw(
      field.label, in: place.rect.row(0), isFocused ? Style(.accent, .bold) : Style(.heading))
    let cursor = draw(field, isFocused: isFocused, into: &frame, in: place.value.row(0))
    let below = below(place.index, frame.glyphs, place.value.width)
    frame.draw(lines: below, in: place.value.droppingRows(1))
    return cursor
  }

  private func draw(
    _ field: FormField, isFocused: Bool, into frame: inout Frame, in rect: Rect
  ) -> Point? {
    switch field.control {
    case .text(let text):
      return draw(
        text, columns: Self.textColumns, note: field.note, isFocused: isFocused, into: &frame,
        in: rect)
    case .number(let text):
      return draw(
        text, columns: Self.numberColumns, note: field.note, isFocused: isFocused, into: &frame,
        in: rect)
    case .toggle, .choice, .multiChoice, .readOnly:
      let (line, cursorColumn) = line(for: field.control, isFocused, glyphs: frame.glyphs)
      var whole = line
      if !field.note.isEmpty { whole.append("  " + field.note, .muted) }
      // Options that do not fit scroll so that the cursor's one is seen.
      let hidden = max(0, cursorColumn + 2 - rect.width)
      let shown = hidden > 0 ? whole.dropping(hidden) : whole
      frame.draw(line: shown, in: rect)
      return isFocused ? Point(x: rect.x + max(0, cursorColumn - hidden), y: rect.y) : nil
    }
  }

  /// An input between brackets, and the note behind it.
  private func draw(
    _ text: TextField, columns: Int, note: DisplayText, isFocused: Bool, into frame: inout Frame,
    in rect: Rect
  ) -> Point? {
    let noteWidth = note.isEmpty ? 0 : note.width + 1
    let room = min(rect.width, max(rect.width - noteWidth, Self.minimumValueColumns / 2))
    let input = rect.firstColumns(min(room, columns))
    let style = isFocused ? Style(.accent, .bold) : Style(.border)
    frame.draw("[", in: input, style)
    frame.draw("]", in: input, style, align: .trailing)
    let cursor = text.draw(
      into: &frame, in: input.inset(horizontal: 1, vertical: 0),
      isFocused ? Style(.standard, .underline) : .plain)
    frame.draw(note, in: rect.droppingColumns(input.width + 1), .muted)
    return isFocused ? cursor : nil
  }

  /// A value in words, and the column at which its cursor stands.
  private func line(
    for control: FormControl, _ isFocused: Bool, glyphs: Glyphs
  ) -> (StyledText, Int) {
    let style = isFocused ? Style(.accent, .bold) : .plain
    switch control {
    case .toggle(let isOn):
      let mark = DisplayText(String(Character(isOn ? glyphs.on : glyphs.off)))
      return (StyledText("[" + mark + (isOn ? "] yes" : "] no"), style), 1)
    case .choice(let options, let selected):
      let name = options.indices.contains(selected) ? options[selected] : "choose"
      let mark = DisplayText(String(Character(glyphs.choice)))
      return (StyledText("[" + name + " " + mark + "]", style), 1)
    case .multiChoice(let options, let selected, let cursor):
      var line = StyledText.empty
      var column = 0
      for (index, option) in options.enumerated() {
        let isOn = selected.contains(index)
        let mark = DisplayText(String(Character(isOn ? glyphs.ok : glyphs.off)))
        if index == cursor { column = line.width }
        let look: Style =
          isFocused && index == cursor
          ? Style(.accent, [.bold, .underline]) : isOn ? .plain : .muted
        line.append(option + " " + mark, look)
        if index < options.count - 1 { line.append("  ") }
      }
      return (line, column)
    case .readOnly(let text):
      return (text, 0)
    case .text, .number:
      return (.empty, 0)
    }
  }
}
