import GatewayModel
import Journal
import Workspace

/// The command line: understands it, runs it, and says how it ended.
public struct CommandLineRunner {
  /// What came of a command line.
  public enum Outcome: Sendable {
    /// It is done; the process ends with this code.
    case finished(ExitCode)
    /// The program itself has to take over.
    case program(ProgramVerb, Invocation, GlobalOptions)
  }

  private let environment: AdminEnvironment

  /// A command line with its edges.
  public init(environment: AdminEnvironment) {
    self.environment = environment
  }

  /// Runs the words after the program's name.
  public func run(_ words: [String]) -> Outcome {
    let parser = CommandLineParser(verbs: VerbTable.all)
    do throws(CommandLineError) {
      switch try parser.parse(words) {
      case .help(let words, let globals):
        output(for: globals).document(HelpText(verbs: VerbTable.all).page(for: words))
        return .finished(.done)
      case .run(let invocation, let globals):
        return run(invocation, globals)
      }
    } catch {
      return .finished(report(error, to: output(for: GlobalOptions())))
    }
  }

  private func run(_ invocation: Invocation, _ globals: GlobalOptions) -> Outcome {
    let output = output(for: globals)
    do {
      switch invocation.verb.action {
      case .program(let verb):
        return .program(verb, invocation, globals)
      case .document(let write):
        try write(invocation, output)
      case .administer(let run):
        try run(
          AdminSession(
            invocation: invocation, globals: globals, output: output, environment: environment))
      }
      return .finished(.done)
    } catch {
      return .finished(report(error, of: invocation.verb, to: output))
    }
  }

  private func output(for globals: GlobalOptions) -> AdminOutput {
    AdminOutput(
      globals: globals, isTerminal: environment.outputIsTerminal,
      noColor: environment.variables["NO_COLOR"].map { !$0.isEmpty } ?? false,
      standardOutput: environment.writeOutput, standardError: environment.writeError)
  }

  /// The one place that turns an error into words and an exit code.
  private func report(
    _ error: any Error, of verb: VerbSpec? = nil, to output: AdminOutput
  ) -> ExitCode {
    let help = verb.map { "keystile \($0.title) --help" }
    switch error {
    case let error as CommandLineError:
      output.error("usage", error.message, remedy: error.remedy)
      return .usage
    case let error as JournalError:
      output.error(error.code.rawValue, error.placedMessage, remedy: error.remedy)
      return .workspace
    case let error as Interruption:
      return error.exitCode
    case let error as UsageError:
      output.error("usage-table", "\(error)", remedy: "keystile doctor")
      return .workspace
    case let error as AdminRefusal:
      if let message = error.message { output.error(error.code, message, remedy: error.remedy) }
      return .refused
    case let error as CommandError:
      output.error(error.code.rawValue, error.message, remedy: error.remedy ?? help)
      return .refused
    case let error as SubmitError:
      output.error(error.code, error.message, remedy: error.remedy ?? help)
      return ExitCode(rawValue: error.exitCode) ?? .refused
    case let error as WorkspaceError:
      output.error(error.code.rawValue, error.message, remedy: error.remedy)
      // A number that no line has is the asker's mistake: the journal is well.
      return error.code == .noSuchLine ? .refused : .workspace
    default:
      output.error("unexpected", "\(error)", remedy: "keystile journal verify")
      return .workspace
    }
  }
}
