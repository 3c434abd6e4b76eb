import GatewayModel
import Journal
import Workspace

/// Why a verb could not go on, as people and scripts read it: the one place that turns an error into
/// words and an exit code.
public struct ErrorReport: Sendable {
  /// How the process ends.
  public var exitCode: ExitCode
  /// A word for scripts.
  public var code: String
  /// What is wrong, in one line; nil when it has been said.
  public var message: String?
  /// What to do about it.
  public var remedy: String?

  /// A report of what has its own words.
  public init(_ exitCode: ExitCode, _ code: String, _ message: String?, remedy: String? = nil) {
    self.exitCode = exitCode
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  /// The report of an error of verb, model, workspace or journal; nil for any other.
  public init?(_ error: any Error) {
    switch error {
    case let error as CommandLineError:
      self.init(.usage, "usage", error.message, remedy: error.remedy)
    case let error as AdminRefusal:
      self.init(.refused, error.code, error.message, remedy: error.remedy)
    case let error as Interruption:
      self.init(error.exitCode, "interrupted", nil)
    case let error as JournalError:
      self.init(.workspace, error.code.rawValue, error.placedMessage, remedy: error.remedy)
    case let error as UsageError:
      self.init(.workspace, "usage-table", "\(error)", remedy: error.remedy)
    case let error as CommandError:
      self.init(.refused, error.code.rawValue, error.message, remedy: error.remedy)
    case let error as SubmitError:
      self.init(
        ExitCode(rawValue: error.exitCode) ?? .refused, error.code, error.message,
        remedy: error.remedy)
    case let error as WorkspaceError:
      // A number that no line has is the asker's mistake: the journal is well.
      self.init(
        error.code == .noSuchLine ? .refused : .workspace, error.code.rawValue, error.message,
        remedy: error.remedy)
    default: return nil
    }
  }
}
