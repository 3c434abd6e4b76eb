public import GatewayModel

/// The edges of the command line: everything outside the process it touches.
public struct AdminEnvironment {
  /// The process's environment variables.
  public var variables: [String: String]
  /// Whether standard input is a terminal, so that questions can be asked.
  public var inputIsTerminal: Bool
  /// Whether standard output is a terminal.
  public var outputIsTerminal: Bool
  /// Reads all of standard input, at most a number of bytes.
  public var readInput: (_ limitBytes: Int) -> Result<String, FileProblem>
  /// Reads one line from standard input, without echo if asked.
  public var readLine: (_ hidesTyping: Bool) -> String?
  /// Reads a file of at most a number of bytes.
  public var readFile: (_ path: String, _ limitBytes: Int) -> Result<String, FileProblem>
  /// Writes results.
  public var writeOutput: (String) -> Void
  /// Writes notes and errors.
  public var writeError: (String) -> Void
  /// The moment.
  public var now: () -> Timestamp
  /// Waits; nil when the time is over, or the exit code when the program is asked to end.
  public var wait: (Duration) -> ExitCode?

  /// All edges.
  public init(
    variables: [String: String], inputIsTerminal: Bool, outputIsTerminal: Bool,
    readInput: @escaping (Int) -> Result<String, FileProblem>,
    readLine: @escaping (Bool) -> String?,
    readFile: @escaping (String, Int) -> Result<String, FileProblem>,
    writeOutput: @escaping (String) -> Void,
    writeError: @escaping (String) -> Void, now: @escaping () -> Timestamp,
    wait: @escaping (Duration) -> ExitCode?
  ) {
    self.variables = variables
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.readInput = readInput
    self.readLine = readLine
    self.readFile = readFile
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.now = now
    self.wait = wait
  }
}
