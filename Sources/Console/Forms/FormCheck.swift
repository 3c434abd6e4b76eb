import GatewayModel

/// What a form's values would come to.
enum FormCheck: Sendable {
  /// Everything is so already.
  case unchanged
  /// A field holds what its own rule refuses.
  case incomplete
  /// The command would be accepted.
  case ready(Command, Decision)
  /// The command would be refused.
  case refused(Command, CommandError)

  /// The command, if the fields make one.
  var command: Command? {
    switch self {
    case .ready(let command, _), .refused(let command, _): command
    case .unchanged, .incomplete: nil
    }
  }
}
