/// A way out of a dialog.
public struct DialogButton: Identifiable, Hashable, Sendable {
  /// What choosing it means for the user's data.
  public enum Role: Hashable, Sendable {
    /// Nothing is lost.
    case harmless
    /// Something is lost: Enter alone never chooses it.
    case destructive
    /// Leaves everything as it was.
    case cancel
  }

  /// Names the button for the program.
  public let id: String
  /// Names it for the user.
  public let title: DisplayText
  /// The key that chooses it at once, nil for none.
  public let key: KeyEvent?
  /// What choosing it means.
  public let role: Role

  /// Makes a button.
  public init(id: String, title: DisplayText, key: KeyEvent? = nil, role: Role = .harmless) {
    self.id = id
    self.title = title
    self.key = key
    self.role = role
  }

  /// Leaves everything as it was, by Esc as always.
  public static let cancel = DialogButton(
    id: "cancel", title: "Cancel", key: KeyEvent(.escape), role: .cancel)

  var label: DisplayText {
    guard let key else { return title }
    return title + " " + DisplayText("\(key)")
  }
}
