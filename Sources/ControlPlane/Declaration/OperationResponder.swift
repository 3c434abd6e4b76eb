import EventLoop
public import GatewayModel
import HTTPServer

/// Takes the answer of an operation that is given later, once and on the loop's thread.
public final class OperationResponder {
  private var send: ((Result<OperationAnswer, ServiceError>) -> Void)?

  init(_ send: @escaping (Result<OperationAnswer, ServiceError>) -> Void) {
    self.send = send
  }

  /// Answers; a second answer is ignored.
  public func answer(_ answer: OperationAnswer) {
    finish(.success(answer))
  }

  /// Refuses.
  public func refuse(_ error: CommandError) {
    finish(.failure(ServiceError(error)))
  }

  private func finish(_ result: Result<OperationAnswer, ServiceError>) {
    send?(result)
    send = nil
  }
}
