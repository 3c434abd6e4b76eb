/// An effect whose outcome has not come back.
struct PendingEffect: Sendable {
  /// What it does, for the toast.
  let label: String
  /// What happens in the console when it has been accepted.
  let then: ConsoleAction?
  /// Whether it takes back the last change, which redo brings back.
  var isUndo = false
  /// The change that was asked for, so that it can be asked for again after a conflict.
  var submission: Submission?
  /// What happens with a line of the journal once it has been read.
  var recalled: (@Sendable (RecalledLine) -> ConsoleAction)?
}
