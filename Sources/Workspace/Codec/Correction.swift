public import GatewayModel

/// Says that a line takes an earlier one back.
///
/// Without it, undoing twice would undo the undo. With it, the journal itself is the undo stack that
/// all surfaces share.
public enum Correction: Sendable, Hashable {
  /// Puts things back as they were before a change.
  case undo(of: Sequence64)
  /// Takes an undo back.
  case redo(of: Sequence64)

  /// The line that is taken back.
  public var target: Sequence64 {
    switch self {
    case .undo(let sequence), .redo(let sequence): sequence
    }
  }
}
