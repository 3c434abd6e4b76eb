import Terminal

/// An effect whose outcome has not come back.
struct PendingEffect: Sendable {
  /// What it does, for the toast.
  let label: String
  /// What happens in the console when it has been accepted.
  let then: ConsoleAction?
  /// What the toast offers once it is done.
  var hint = Hint(key: "z", title: "undo")
  /// True for what takes a change back: presses meanwhile wait for it.
  var isUndo = false
  /// The change that was asked for, so that it can be asked for again after a conflict.
  var submission: Submission?
  /// What happens with a line of the journal once it has been read.
  var recalled: (@Sendable (RecalledLine) -> ConsoleAction)?
}
