import Console
import GatewayModel

extension ConsoleDriver {
  /// The commands that were asked for, in order.
  var commands: [Command] {
    world.effects.compactMap { effect in
      if case .submit(_, let submission) = effect { return submission.command }
      return nil
    }
  }

  /// The newest submission.
  var lastSubmission: Submission? {
    world.effects.reversed().lazy.compactMap { effect in
      if case .submit(_, let submission) = effect { return submission }
      return nil
    }.first
  }
}
