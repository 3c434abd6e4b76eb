import GatewayModel
import HTTPServer

/// A request whose body is taken whole before its method runs.
final class BufferedExchange: RequestBodyReceiver {
  /// The longest body that is taken, in bytes.
  ///
  /// Source: API Gateway quotas, payload size 10 MB.
  static let bodyLimitBytes = 10_485_760
  /// Bodies of all requests that are taken at once, in bytes.
  static let totalLimitBytes = 268_435_456

  private let gateway: Gateway
  private let exchange: HTTPExchange
  private let method: BufferedMethod
  private let draft: DecisionDraft
  private var request: MethodRequest
  private var run: MethodRun?
  private var isOver = false

  private init(
    _ gateway: Gateway, _ exchange: HTTPExchange, _ method: BufferedMethod,
    _ request: MethodRequest, _ draft: DecisionDraft
  ) {
    self.gateway = gateway
    self.exchange = exchange
    self.method = method
    self.request = request
    self.draft = draft
  }

  /// Begins to take a request's body, unless its head is refused.
  static func start(
    _ gateway: Gateway, _ exchange: HTTPExchange, _ method: BufferedMethod,
    _ draft: DecisionDraft
  ) {
    let request = MethodRequest(exchange, draft, time: gateway.now)
    if let failure = method.validation?.failure(ofHead: request) {
      return gateway.fail(exchange, failure, draft)
    }
    if let length = exchange.request.bodyLength, length > bodyLimitBytes {
      return gateway.fail(exchange, .requestTooLong, draft)
    }
    exchange.attachment = BufferedExchange(gateway, exchange, method, request, draft.kept())
  }

  deinit {
    gateway.bufferedBytes -= request.body.count
  }

  func bodyReceived(_ bytes: UnsafeRawBufferPointer) {
    guard !isOver else { return }
    guard request.body.count + bytes.count <= Self.bodyLimitBytes else {
      return fail(.requestTooLong)
    }
    guard gateway.bufferedBytes + bytes.count <= Self.totalLimitBytes else {
      return fail(.serviceUnavailable)
    }
    gateway.bufferedBytes += bytes.count
    request.body.append(contentsOf: bytes)
  }

  func bodyEnded() {
    guard !isOver else { return }
    let run = MethodRun(method, request, client: gateway.client, loop: gateway.loop) {
      [self] result in
      self.run = nil
      isOver = true
      switch result {
      case .success(let answer): gateway.answer(exchange, answer, draft)
      case .failure(let failure): gateway.fail(exchange, failure, draft)
      }
    }
    self.run = run
    run.start()
  }

  /// The backend is not asked on for a client that seems to have gone, as with a streamed proxy.
  func clientClosed() {
    guard !isOver, run != nil else { return }
    exchange.abort()
    aborted()
  }

  func aborted() {
    guard !isOver else { return }
    isOver = true
    run?.cancel()
    run = nil
    gateway.finish(draft, status: ProxyExchange.clientClosedRequest)
  }

  private func fail(_ failure: GatewayFailure) {
    isOver = true
    gateway.fail(exchange, failure, draft)
  }
}
