public import GatewayModel

/// What an operation does once its request is decoded.
///
/// No rule about entities stands here: a read prints what the state has, a write builds the command that
/// console and command line would send.
public enum OperationHandler: Sendable {
  /// Answers from the state.
  case read(
    @Sendable (OperationRequest, ControlPlaneStore) throws(CommandError) -> OperationAnswer)
  /// Sends a command, and answers once it is durable.
  case write(
    command: @Sendable (OperationRequest, ControlPlaneStore) throws(CommandError) -> Command,
    answer: @Sendable (WriteOutcome) throws(CommandError) -> OperationAnswer)
  /// Reads a document that takes long off the loop's thread, then does as `write`.
  case importing(
    command: @Sendable (OperationRequest) throws(CommandError) -> Command,
    answer: @Sendable (WriteOutcome) throws(CommandError) -> OperationAnswer)
  /// Refuses what cannot exist on a local gateway, and says why; what it names must exist all the same.
  case impossible(
    @Sendable (OperationRequest, ControlPlaneStore) throws(CommandError) -> String)
  /// Answers at any later moment, on the loop's thread.
  case deferred(
    @Sendable (OperationRequest, ControlPlaneStore, OperationResponder) throws(CommandError) -> Void
  )

  /// A read that answers JSON.
  public static func json(
    _ body:
      @escaping @Sendable (OperationRequest, ControlPlaneStore) throws(CommandError) ->
      JSONValue
  ) -> OperationHandler {
    .read { (request, store) throws(CommandError) in .json(try body(request, store)) }
  }

  /// A write whose command's input is decoded by member names from path, query and body, and whose answer
  /// is JSON.
  ///
  /// - Parameters:
  ///   - command: The command's case, for example `Command.createApiKey`.
  ///   - answer: Prints the entity from the state after the write.
  public static func write<Input: Decodable & Sendable>(
    _ command: @escaping @Sendable (Input) -> Command,
    answer: @escaping @Sendable (WriteOutcome) throws(CommandError) -> JSONValue
  ) -> OperationHandler {
    .write(
      command: { (request, _) throws(CommandError) in command(try request.decoded()) },
      answer: { (outcome) throws(CommandError) in .json(try answer(outcome)) })
  }

  /// The same without a body in the answer: deletions.
  public static func write<Input: Decodable & Sendable>(
    _ command: @escaping @Sendable (Input) -> Command
  ) -> OperationHandler {
    .write(
      command: { (request, _) throws(CommandError) in command(try request.decoded()) },
      answer: { _ in .empty })
  }

  /// Refuses what cannot exist on a local gateway, and says so.
  public static func impossible(_ reason: String) -> OperationHandler {
    .impossible { (_, _) in reason }
  }

  /// Whether every request is refused with 501.
  public var isImpossible: Bool {
    if case .impossible = self { true } else { false }
  }
}
