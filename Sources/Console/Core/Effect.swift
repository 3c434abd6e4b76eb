public import GatewayModel

/// Something the console wants done outside of it.
///
/// The outcome of an effect with an id comes back as a `ConsoleEvent` with the same id.
public enum Effect: Hashable, Sendable {
  /// Changes the workspace.
  case submit(EffectID, Submission)
  /// Reads all about the change that would be taken back next, to see what that comes to.
  case recallUndo(EffectID)
  /// Takes back one line of the journal, if its entities are still as it left them.
  case undoLine(EffectID, Sequence64)
  /// Brings back what was taken back last.
  case redo(EffectID)
  /// Reads all about one line of the journal.
  case recall(EffectID, Sequence64)
  /// Puts text into the user's clipboard; `what` names it in words, never by its value.
  case copy(EffectID, text: String, what: String)
  /// Lets the user edit text in their own editor; `suffix` is the file's, such as `json`.
  case openEditor(EffectID, text: String, suffix: String)
  /// Writes a file the user asked for.
  case writeFile(EffectID, path: String, contents: String)
  /// Notes that a secret was shown or copied, for the audit trail.
  case noteReveal(ApiKeyID, wasCopied: Bool)
  /// Gives the terminal to the shell until the user comes back.
  case suspend
  /// Paints the whole screen anew.
  case redraw
  /// Turns the mouse's reports on or off.
  case setMouse(Bool)
  /// Ends the console.
  case quit
}
