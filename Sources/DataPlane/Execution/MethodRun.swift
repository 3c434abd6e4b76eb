import EventLoop
import GatewayModel
import HTTPClient

/// One whole request on its way through a method: validation, mapping, backend, mapping back.
///
/// The order is the pipeline's after admission; the gateway and the test of a method both run it.
/// Source: API Gateway developer guide, "Mapping template transformations".
final class MethodRun {
  private let method: BufferedMethod
  private let request: MethodRequest
  private let client: HTTPClient
  private let loop: EventLoop
  private let log: ExecutionLog?
  private var completion: ((Result<MethodAnswer, GatewayFailure>) -> Void)?
  private var call: BackendCall?

  /// - Parameters:
  ///   - method: What the request goes through.
  ///   - request: With its whole body.
  ///   - log: Told what happens; nil for requests nobody looks at that closely.
  ///   - completion: Called once, on the loop, at once or later, unless the run is cancelled.
  init(
    _ method: BufferedMethod, _ request: MethodRequest, client: HTTPClient, loop: EventLoop,
    log: ExecutionLog? = nil,
    completion: @escaping (Result<MethodAnswer, GatewayFailure>) -> Void
  ) {
    self.method = method
    self.request = request
    self.client = client
    self.loop = loop
    self.log = log
    self.completion = completion
  }

  /// Begins.
  func start() {
    do throws(GatewayFailure) {
      if let failure = method.validation?.failure(ofHead: request) { throw failure }
      if let failure = method.validation?.failure(ofBody: request) { throw failure }
      switch method.backend {
      case .mock(let mock): finish(.success(try mock.answer(to: request)))
      case .http(let http): try call(http)
      case .proxy(let proxy): try call(proxy)
      case .unavailable(let reason): throw .configuration(reason)
      }
    } catch {
      finish(.failure(error))
    }
  }

  /// Ends the run; its completion is not called.
  func cancel() {
    completion = nil
    call?.cancel()
  }

  private func call(_ http: HTTPIntegration) throws(GatewayFailure) {
    let backend = try http.backendRequest(for: request)
    call(backend.request, body: backend.body) { [request] answer throws(GatewayFailure) in
      var answer = try http.responses.answer(
        to: request, from: answer, overrides: backend.overrides)
      // Recorded on answers of this kind of integration, neither on mocked, proxied nor failed ones.
      answer.headers.insert(("X-Amzn-Trace-Id", request.traceId), at: 0)
      return answer
    }
  }

  private func call(_ proxy: ProxyIntegration) throws(GatewayFailure) {
    let backend = try proxy.backendRequest(for: request)
    call(backend, body: request.body) { answer throws(GatewayFailure) in
      proxy.answer(from: answer)
    }
  }

  private func call(
    _ backend: HTTPClientRequest, body: [UInt8],
    mapping: @escaping (BackendAnswer) throws(GatewayFailure) -> MethodAnswer
  ) {
    log?.note("Endpoint request URI: \(backend.url)")
    log?.note(
      "Endpoint request headers",
      RequestFields(
        backend.fields.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) },
        isCaseSensitive: false))
    log?.note("Endpoint request body after transformations", body: body)
    log?.note("Sending request to \(backend.url)")
    let start = loop.clock.monotonicNanoseconds()
    call = BackendCall.start(backend, body: body, client: client, loop: loop) { [self] result in
      call = nil
      do throws(GatewayFailure) {
        let answer = try result.get()
        let latency = (loop.clock.monotonicNanoseconds() - start) / 1_000_000
        log?.note(
          "Received response. Status: \(answer.status), Integration latency: \(latency) ms")
        log?.note("Endpoint response headers", answer.headers)
        log?.note("Endpoint response body before transformations", body: answer.body)
        finish(.success(try mapping(answer)))
      } catch {
        finish(.failure(error))
      }
    }
  }

  private func finish(_ result: Result<MethodAnswer, GatewayFailure>) {
    let completion = self.completion
    self.completion = nil
    completion?(result)
  }
}
