/// Fields one below the other, with the cursor on one of them.
public struct Form: Hashable, Sendable {
  /// The fields from top to bottom.
  public var fields: [FormField]
  /// The number of the field the cursor is on.
  public private(set) var focus: Int

  /// Makes a form with the cursor on the first field that can be edited.
  public init(_ fields: [FormField]) {
    self.fields = fields
    focus = fields.firstIndex { $0.control.isEditable } ?? 0
  }

  /// The field the cursor is on, nil in an empty form.
  public var focusedField: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// The number of fields whose remark keeps the form from being sent.
  public var errorCount: Int { fields.count { $0.hasError } }

  /// The field of a name, nil when there is none.
  public subscript(id: FormField.ID) -> FormField? {
    get { fields.first { $0.id == id } }
    set {
      guard let newValue, let index = fields.firstIndex(where: { $0.id == id }) else { return }
      fields[index] = newValue
    }
  }

  /// Puts the cursor on the field of a name, if it can be edited.
  public mutating func setFocus(_ id: FormField.ID) {
    if let index = fields.firstIndex(where: { $0.id == id && $0.control.isEditable }) {
      focus = index
    }
  }

  /// Puts the cursor on the first field with an error, if there is one.
  public mutating func setFocusOnError() {
    if let index = fields.firstIndex(where: { $0.hasError && $0.control.isEditable }) {
      focus = index
    }
  }

  /// Tab, Shift-Tab and the arrows up and down go from field to field and round at the ends; all
  /// other keys go to the field. What a form has no use for, such as Enter, is the caller's.
  public mutating func handle(_ event: KeyEvent) -> FormOutcome {
    switch (event.key, event.modifiers) {
    case (.tab, []), (.down, []): return moveFocus(by: 1)
    case (.tab, .shift), (.up, []): return moveFocus(by: -1)
    default:
      guard fields.indices.contains(focus), fields[focus].control.handle(event) else {
        return .ignored
      }
      return .edited(fields[focus].id)
    }
  }

  /// Acts on a click: the field under it gets the cursor, and one that is chosen from changes as by the
  /// space bar.
  ///
  /// - Parameters:
  ///   - event: What the mouse did.
  ///   - rect: Where the form was drawn.
  public mutating func handle(_ event: MouseEvent, in rect: Rect) -> FormOutcome {
    guard event.action == .click || event.action == .doubleClick,
      let place = places(in: rect).first(where: { $0.rect.contains(event.point) }),
      fields[place.index].control.isEditable
    else { return .ignored }
    focus = place.index
    let value = place.value.row(0)
    guard value.contains(event.point),
      fields[focus].control.click(atColumn: event.point.x - value.x, of: value.width)
    else { return .moved }
    return .edited(fields[focus].id)
  }

  /// Gives pasted text to the field the cursor is on.
  public mutating func paste(_ text: String) -> FormOutcome {
    guard fields.indices.contains(focus), fields[focus].control.paste(text) else {
      return .ignored
    }
    return .edited(fields[focus].id)
  }

  private mutating func moveFocus(by step: Int) -> FormOutcome {
    var index = focus
    for _ in fields.indices {
      index = (index + step + fields.count) % fields.count
      if fields[index].control.isEditable {
        focus = index
        return .moved
      }
    }
    return .ignored
  }
}
