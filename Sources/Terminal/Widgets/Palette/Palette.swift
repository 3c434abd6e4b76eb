/// A prompt and the actions that fit what has been typed, the best first.
public struct Palette: Hashable, Sendable {
  /// A hit and how it was found.
  public struct Hit: Hashable, Sendable {
    /// The action.
    public let item: PaletteItem
    /// The characters of its title that fit, for highlighting.
    public let titlePositions: [Int]
    fileprivate let score: Int
    fileprivate let order: Int
  }

  /// All actions, those most worth offering first.
  public let items: [PaletteItem]
  /// What has been typed.
  public private(set) var query: TextField
  /// The actions that fit, the best first.
  public private(set) var hits: [Hit]
  /// The cursor and the window on the hits.
  public private(set) var state = ListState()

  /// Makes a palette that shows everything.
  public init(_ items: [PaletteItem], query: String = "") {
    self.items = items
    self.query = TextField(query)
    hits = Self.rank(items, query: query)
  }

  /// The action the cursor is on, nil when nothing fits.
  public var selected: PaletteItem? {
    hits.indices.contains(state.cursor) ? hits[state.cursor].item : nil
  }

  /// Moves in the hits or edits the query.
  /// - Parameter height: the rows of hits seen at once.
  /// - Returns: true when the palette has a use for the key; Enter and Esc are the caller's.
  public mutating func handle(_ event: KeyEvent, height: Int) -> Bool {
    if event.key != .home, event.key != .end, let motion = Motion(event) ?? Self.motion(event) {
      state.move(motion, rowCount: hits.count, height: height)
      return true
    }
    let before = query.text
    guard query.handle(event) else { return false }
    if query.text != before { search() }
    return true
  }

  /// Puts pasted text into the query.
  public mutating func paste(_ text: String) {
    query.insert(text)
    search()
  }

  /// Draws the prompt in the first row of `rect` and the hits below it.
  /// - Returns: where the terminal's cursor belongs, in the prompt.
  @discardableResult
  public func draw(
    into frame: inout Frame, in rect: Rect, prompt: DisplayText = ":", note: DisplayText = ""
  ) -> Point? {
    let line = rect.row(0)
    frame.fill(rect)
    frame.draw(prompt, in: line, Style(.accent, .bold))
    let count = DisplayText("\(hits.count) of \(items.count)") + (note.isEmpty ? "" : ", " + note)
    let room = line.droppingColumns(prompt.width + 1)
    let input = room.firstColumns(max(10, room.width - count.width - 1))
    frame.draw(count, in: room.droppingColumns(input.width), .muted, align: .trailing)
    let cursor = query.draw(into: &frame, in: input)
    let widths = columnWidths
    let below = rect.droppingRows(1)
    let words = RowWords(widestRow: widestRow(widths))
    words.draw(selected.map(Self.words(of:)) ?? .empty, into: &frame, in: below)
    let list = List(
      count: hits.count, state: state, emptyText: "no action fits; backspace shows more"
    ) { self.line(for: self.hits[$0], widths) }
    list.draw(into: &frame, in: words.listRect(in: below))
    return cursor
  }

  private mutating func search() {
    hits = Self.rank(items, query: query.text)
    state = ListState()
  }

  private var columnWidths: (title: Int, key: Int) {
    (
      min(items.map(\.title.width).max() ?? 0, 40), min(items.map(\.key.width).max() ?? 0, 16)
    )
  }

  private func line(for hit: Hit, _ widths: (title: Int, key: Int)) -> StyledText {
    let isDisabled = hit.item.disabledReason != nil
    let base: Style = isDisabled ? .muted : .plain
    var line = StyledText.empty
    for (index, character) in hit.item.title.string.enumerated() {
      let isMatch = hit.titlePositions.contains(index)
      let style = isMatch ? Style(.match, [.bold, .underline]) : base
      line.append(DisplayText(String(character)), style)
    }
    line = line.truncated(to: widths.title)
    line.append(DisplayText("").fitted(to: widths.title - line.width + 2))
    line.append(hit.item.key.fitted(to: widths.key + 2), Style(.key))
    return line + Self.words(of: hit.item)
  }

  /// What an action does, or why it cannot be done now.
  private static func words(of item: PaletteItem) -> StyledText {
    guard let reason = item.disabledReason else { return StyledText(item.help, .muted) }
    return StyledText("disabled: " + reason, Style(.warning))
  }

  private func widestRow(_ widths: (title: Int, key: Int)) -> Int {
    // The list draws its cursor and a blank before each row.
    let words = items.map { Self.words(of: $0).width }.max() ?? 0
    return List.markColumns + widths.title + 2 + widths.key + 2 + words
  }

  /// Ranks by the title; an item whose key or help fits follows those whose title does.
  private static func rank(_ items: [PaletteItem], query: String) -> [Hit] {
    let typed = query.filter { $0 != " " }
    let hits = items.enumerated().compactMap { order, item -> Hit? in
      if let match = FuzzyMatch(query, in: item.title.string) {
        return Hit(
          item: item, titlePositions: match.positions, score: match.score, order: order)
      }
      if !typed.isEmpty, item.key.string == typed {
        return Hit(item: item, titlePositions: [], score: -1, order: order)
      }
      // Help is long enough for any few letters to occur in it, so here they must be neighbours.
      guard typed.count > 1, item.help.string.lowercased().contains(query.lowercased()) else {
        return nil
      }
      return Hit(item: item, titlePositions: [], score: -2, order: order)
    }
    return hits.sorted { $0.score != $1.score ? $0.score > $1.score : $0.order < $1.order }
  }

  private static func motion(_ event: KeyEvent) -> Motion? {
    switch (event.key, event.modifiers) {
    case (.character("p"), .control): .up
    case (.character("n"), .control): .down
    default: nil
    }
  }
}
