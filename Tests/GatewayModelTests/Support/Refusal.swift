import GatewayModel

/// A row of a table of refusals: a patch operation and how it must be refused.
struct PatchRefusalCase: Sendable {
  let operation: PatchOperation
  let code: CommandErrorCode
  let message: String
  let field: String?

  init(
    _ operation: PatchOperation, _ message: String, code: CommandErrorCode = .badRequest,
    field: String? = nil
  ) {
    self.operation = operation
    self.code = code
    self.message = message
    self.field = field
  }
}

/// A row of a table of refusals: a command and how it must be refused.
struct CommandRefusal<Input: Sendable>: Sendable {
  let input: Input
  let field: String
  let message: String

  init(_ input: Input, field: String, _ message: String) {
    self.input = input
    self.field = field
    self.message = message
  }
}
