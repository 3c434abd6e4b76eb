import GatewayModel
import HTTPServer
import Workspace

/// Writes the answer of one request.
struct AnswerWriter {
  private let exchange: HTTPExchange
  private let requestId: String

  init(_ exchange: HTTPExchange, requestId: String) {
    self.exchange = exchange
    self.requestId = requestId
  }

  /// Sends an answer, or 503 if what it tells may not be durable.
  func send(
    _ answer: OperationAnswer, of operation: OperationSpec, unless failure: WorkspaceError? = nil
  ) {
    if let failure { return refuse(ServiceError(failure), service: operation.service) }
    begin(status: answer.status ?? operation.status)
    for (name, value) in answer.headers { exchange.header(name, value) }
    switch answer.content {
    case .empty: exchange.finish()
    case .json(let value):
      exchange.header("Content-Type", "application/json")
      finish(value.text)
    case .document(let document):
      exchange.header("Content-Type", "text/xml")
      finish(document(requestId))
    case .bytes(let bytes, let contentType):
      exchange.header("Content-Type", contentType)
      bytes.withUnsafeBytes { _ = exchange.finish($0) }
    }
  }

  /// Sends a refusal in the shape of the operation's service.
  func refuse(_ error: ServiceError, service: ControlService = .apiGateway) {
    begin(status: error.status)
    if let seconds = error.retryAfterSeconds { exchange.header("Retry-After", seconds) }
    switch service {
    case .apiGateway:
      exchange.header("x-amzn-ErrorType", error.code)
      exchange.header("Content-Type", "application/json")
      finish((["message": .string(error.message)] as JSONValue).text)
    case .sts:
      exchange.header("Content-Type", "text/xml")
      finish(QueryDocument.error(error, requestId: requestId))
    }
  }

  private func begin(status: Int) {
    exchange.begin(status: status)
    exchange.header("x-amzn-RequestId", requestId)
  }

  private func finish(_ text: String) {
    var text = text
    text.withUTF8 { _ = exchange.finish(UnsafeRawBufferPointer($0)) }
  }
}

extension HTTPExchange {
  fileprivate func header(_ name: StaticString, _ value: String) {
    var value = value
    value.withUTF8 { _ = header(name, UnsafeRawBufferPointer($0)) }
  }
}
