import EventLoop
import HTTPClient

/// A request to a backend whose answer is wanted whole.
///
/// The integration's time-out covers all of it: a backend that sends its body drop by drop is as late as
/// one that sends none.
final class BackendCall: HTTPTransferReceiver {
  /// The longest body of an answer, in bytes.
  ///
  /// Source: API Gateway quotas, payload size 10 MB.
  static let bodyLimitBytes = 10_485_760

  private let loop: EventLoop
  private let timeout: Duration
  private var completion: ((Result<BackendAnswer, GatewayFailure>) -> Void)?
  private var transfer: HTTPTransfer?
  private var timer: LoopTimer?
  private var answer = BackendAnswer(
    status: 0, headers: RequestFields(isCaseSensitive: false), body: [])

  private init(
    _ loop: EventLoop, timeout: Duration,
    completion: @escaping (Result<BackendAnswer, GatewayFailure>) -> Void
  ) {
    self.loop = loop
    self.timeout = timeout
    self.completion = completion
  }

  /// Starts a call.
  ///
  /// - Parameters:
  ///   - request: Its `body` and `timeout` are set from the other parameters.
  ///   - completion: Called once, on the loop, unless the call is cancelled.
  static func start(
    _ request: HTTPClientRequest, body: [UInt8], client: HTTPClient, loop: EventLoop,
    completion: @escaping (Result<BackendAnswer, GatewayFailure>) -> Void
  ) -> BackendCall {
    let call = BackendCall(loop, timeout: request.timeout, completion: completion)
    var request = request
    request.body = body.isEmpty ? .none : .length(Int64(body.count))
    do throws(HTTPClientError) {
      let transfer = try client.start(request, receiver: call)
      call.transfer = transfer
      if !body.isEmpty {
        _ = body.withUnsafeBytes { transfer.send($0) }
        transfer.finishBody()
      }
    } catch {
      loop.atEndOfTurn { call.finish(.failure(GatewayFailure(error))) }
      return call
    }
    call.timer = loop.schedule(after: call.timeout) { [weak call] in
      call?.finish(.failure(.integrationTimeout))
    }
    return call
  }

  /// Ends the call; its completion is not called.
  func cancel() {
    completion = nil
    finish(.failure(.integrationTimeout))
  }

  private func finish(_ result: Result<BackendAnswer, GatewayFailure>) {
    timer?.disarm()
    timer = nil
    let transfer = self.transfer
    self.transfer = nil
    let completion = self.completion
    self.completion = nil
    transfer?.cancel()
    completion?(result)
  }

  func transfer(_ transfer: HTTPTransfer, didReceive head: HTTPClientResponseHead) {
    answer.status = head.status
    answer.headers = RequestFields(
      head.fields.map {
        (
          String(decoding: head.bytes[$0.name], as: UTF8.self),
          String(decoding: head.bytes[$0.value], as: UTF8.self)
        )
      }, isCaseSensitive: false)
  }

  func transfer(_ transfer: HTTPTransfer, didReceive body: UnsafeRawBufferPointer) -> Bool {
    guard answer.body.count + body.count <= Self.bodyLimitBytes else {
      finish(
        .failure(.integrationFailure("the answer is longer than \(Self.bodyLimitBytes) bytes")))
      return true
    }
    answer.body.append(contentsOf: body)
    return true
  }

  func transferDidDrain(_ transfer: HTTPTransfer) {}

  func transfer(_ transfer: HTTPTransfer, didFinish error: HTTPClientError?) {
    self.transfer = nil
    finish(error.map { .failure(GatewayFailure($0)) } ?? .success(answer))
  }
}

extension GatewayFailure {
  /// What a client is told of a transfer that failed.
  init(_ error: HTTPClientError) {
    switch error.code {
    case .timeout: self = .integrationTimeout
    case .invalidRequest, .unknownHost: self = .configuration("Invalid endpoint address")
    default: self = .integrationFailure(error.message)
    }
  }
}
