public import GatewayModel

/// Why a command was not done; nothing was written, except where `unusable` says otherwise.
public enum SubmitError: Error, Sendable, Hashable {
  /// The command is against the rules.
  case refused(CommandError)
  /// What it edits has changed since.
  case conflict(EditConflict)
  /// The workspace cannot be used.
  case unusable(WorkspaceError)

  /// The exit code of a program that ends for this reason: 1 for a refusal, 3 for a workspace.
  public var exitCode: Int32 {
    switch self {
    case .refused, .conflict: 1
    case .unusable: WorkspaceError.exitCode
    }
  }

  /// The word that begins the error line of the command line.
  public var code: String {
    switch self {
    case .refused(let error): error.code.rawValue
    case .conflict: CommandErrorCode.conflict.rawValue
    case .unusable(let error): error.code.rawValue
    }
  }

  /// What is wrong.
  public var message: String {
    switch self {
    case .refused(let error): error.message
    case .conflict(let conflict): conflict.message
    case .unusable(let error): error.message
    }
  }

  /// How to mend it, where that is known.
  public var remedy: String? {
    switch self {
    case .refused(let error): error.remedy
    case .conflict(let conflict): conflict.remedy
    case .unusable(let error): error.remedy
    }
  }
}
