/// Items the user ticks off or on, such as the columns of a table.
public struct Checklist: Hashable, Sendable {
  /// One item.
  public struct Item: Identifiable, Hashable, Sendable {
    /// Names the item for the program.
    public let id: String
    /// Names it for the user.
    public let title: DisplayText
    /// What there is to say about it.
    public let note: DisplayText
    /// True when it is ticked.
    public var isOn: Bool
    /// True when the user cannot change it.
    public let isFixed: Bool

    /// Makes an item.
    public init(
      id: String, title: DisplayText, note: DisplayText = "", isOn: Bool, isFixed: Bool = false
    ) {
      self.id = id
      self.title = title
      self.note = note
      self.isOn = isOn
      self.isFixed = isFixed
    }
  }

  /// The items from top to bottom.
  public private(set) var items: [Item]
  /// The cursor and the window.
  public private(set) var state = ListState()

  /// Makes a list with the cursor on the first item.
  public init(_ items: [Item]) { self.items = items }

  /// The names of the ticked items, from top to bottom.
  public var selection: [Item.ID] { items.filter(\.isOn).map(\.id) }

  /// Moves the cursor, ticks with Space, and moves the item itself with Shift and an arrow.
  /// - Parameter height: the rows seen at once.
  /// - Returns: true when the list has a use for the key; Enter and Esc are the caller's.
  public mutating func handle(_ event: KeyEvent, height: Int) -> Bool {
    if let motion = Motion(event) {
      state.move(motion, rowCount: items.count, height: height)
      return true
    }
    switch (event.key, event.modifiers) {
    case (.character(" "), []): toggle()
    case (.up, .shift): moveItem(by: -1, height: height)
    case (.down, .shift): moveItem(by: 1, height: height)
    default: return false
    }
    return true
  }

  /// Draws the items seen.
  /// - Returns: the beginning of the cursor's row.
  @discardableResult
  public func draw(into frame: inout Frame, in rect: Rect) -> Point? {
    let titleWidth = items.map(\.title.width).max() ?? 0
    let on = DisplayText(String(Character(frame.glyphs.ok)))
    let list = List(count: items.count, state: state) { index in
      let item = items[index]
      var line = StyledText("[" + (item.isOn ? on : " ") + "] ", item.isFixed ? .muted : .plain)
      line.append(item.title.fitted(to: titleWidth + 2), item.isOn ? .plain : .muted)
      line.append(item.note, .muted)
      return line
    }
    return list.draw(into: &frame, in: rect)
  }

  private mutating func toggle() {
    guard items.indices.contains(state.cursor), !items[state.cursor].isFixed else { return }
    items[state.cursor].isOn.toggle()
  }

  private mutating func moveItem(by step: Int, height: Int) {
    let target = state.cursor + step
    guard items.indices.contains(state.cursor), items.indices.contains(target) else { return }
    items.swapAt(state.cursor, target)
    state.move(.to(target), rowCount: items.count, height: height)
  }
}
