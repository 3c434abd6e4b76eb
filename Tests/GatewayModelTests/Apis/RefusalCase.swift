import GatewayModel
import Testing

/// A command that must be refused with a code and a text.
struct RefusalCase: Sendable, CustomTestStringConvertible {
  let code: CommandErrorCode
  let message: String
  let command: @Sendable (ApiWorkbench) -> Command

  init(
    _ code: CommandErrorCode, _ message: String,
    _ command: @escaping @Sendable (ApiWorkbench) -> Command
  ) {
    self.code = code
    self.message = message
    self.command = command
  }

  var testDescription: String { message }

  /// Expects the refusal on a bench, which stays as it was.
  func check(on bench: ApiWorkbench, sourceLocation: SourceLocation = #_sourceLocation) {
    var bench = bench
    bench.expect(command(bench), refusedAs: code, message, sourceLocation: sourceLocation)
  }
}
