import GatewayModel
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
      if globals.json, !invocation.verb.hasJSON {
        throw CommandLineError("\(invocation.verb.title) has no JSON form.", verb: invocation.verb)
      }
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

  private func report(
    _ error: any Error, of verb: VerbSpec? = nil, to output: AdminOutput
  ) -> ExitCode {
    let report =
      ErrorReport(error)
      ?? ErrorReport(.workspace, "unexpected", "\(error)", remedy: "keystile journal verify")
    if let message = report.message {
      let isCommand = error is CommandError || error is SubmitError
      let help = isCommand ? verb.map { "keystile \($0.title) --help" } : nil
      output.error(report.code, message, remedy: report.remedy ?? help)
    }
    return report.exitCode
  }
}
