import AdminCLI
import CSystem
import Foundation
import Workspace

/// The process: its edges, and the verbs that take it over.
struct Program {
  private let process = ProcessEdges()

  /// Runs a command line to its end.
  func run(_ words: [String]) -> ExitCode {
    StandardOutput.holdPlaces()
    let code = runVerb(words)
    guard let failure = StandardOutput.failure else { return code }
    ProcessEdges.print(failure)
    return code == .done ? failure.exitCode : code
  }

  private func runVerb(_ words: [String]) -> ExitCode {
    umask(0o077)
    // Key values are in memory: neither a core file nor another program gets to see them. It cannot fail
    // for a process's own mark; if it did, the work asked for would still be worth doing.
    _ = ks_process_seal()
    signal(SIGPIPE, SIG_IGN)
    // A file at its size limit is a failed write that is answered for, not an end.
    signal(SIGXFSZ, SIG_IGN)
    switch CommandLineRunner(environment: process.environment).run(words) {
    case .finished(let code):
      return code
    case .program(let verb, let invocation, let globals):
      return run(verb, invocation, globals)
    }
  }

  private func run(
    _ verb: ProgramVerb, _ invocation: Invocation, _ globals: GlobalOptions
  ) -> ExitCode {
    do {
      var endSignal: Int32?
      switch verb {
      case .console:
        endSignal = try ConsoleProgram(process: process, globals: globals).run()
      case .serve:
        try ServeProgram(process: process, globals: globals, invocation: invocation).run()
      case .demo:
        endSignal = try DemoProgram(
          process: process, globals: globals, invocation: invocation
        ).run()
      }
      // Last, when all is put away: nothing runs after it.
      if let endSignal {
        signal(endSignal, SIG_DFL)
        raise(endSignal)
      }
      return .done
    } catch {
      return process.report(error)
    }
  }
}
