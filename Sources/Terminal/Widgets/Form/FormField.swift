/// One line of a form: a name, a value and what there is to say about it.
public struct FormField: Identifiable, Hashable, Sendable {
  /// What is said about a value that was entered.
  public enum Remark: Hashable, Sendable {
    /// The form cannot be sent with it.
    case error(DisplayText)
    /// It may be sent, but look.
    case warning(DisplayText)
  }

  /// Names the field for the program.
  public let id: String
  /// Names it for the user.
  public let label: DisplayText
  /// The value and how it is entered.
  public var control: FormControl
  /// Follows the value: a unit, what it was before.
  public var note: DisplayText
  /// What to enter, shown below the field while the cursor is on it.
  public var hint: DisplayText
  /// What is said about the value, shown below the field until it is mended.
  public var remark: Remark?

  /// Makes a field.
  public init(
    id: String, label: DisplayText, control: FormControl, note: DisplayText = "",
    hint: DisplayText = "", remark: Remark? = nil
  ) {
    self.id = id
    self.label = label
    self.control = control
    self.note = note
    self.hint = hint
    self.remark = remark
  }

  /// True when its remark keeps the form from being sent.
  public var hasError: Bool {
    if case .error = remark { return true }
    return false
  }
}
