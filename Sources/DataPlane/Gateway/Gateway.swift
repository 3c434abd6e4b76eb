import CSystem
public import Enforcement
public import EventLoop
public import GatewayModel
public import HTTPClient
public import HTTPServer

/// The data plane: decides on each request by the admission pipeline, answers it, counts it and notes it.
///
/// Knows what stages serve by events alone: a change of the workspace touches what it changes and
/// nothing else. A request is decided and answered under one view of the configuration, since both happen
/// on the loop's thread and a request that goes on holds the compiled stage it began with.
public final class Gateway {
  let loop: EventLoop
  let client: HTTPClient
  let meters: any UsageMeters
  let recorder: any DecisionRecorder
  var tables: EnforcementTables
  let clock: GatewayClock
  let identifiers: RequestIdentifiers
  var ready = ReadyDeployments()
  /// The bytes of bodies that are taken whole, over all requests.
  var bufferedBytes = 0
  private let canonicalizer = PathCanonicalizer()

  /// A gateway on a loop.
  ///
  /// - Parameters:
  ///   - loop: Where everything happens.
  ///   - state: The configuration to begin with.
  ///   - meters: Where quota and usage are counted.
  ///   - recorder: Notes each decision.
  ///   - clientLimits: The bounds of requests to backends.
  ///   - randomNumbers: Seeds the hash of key values and the ids of requests.
  /// - Throws: `HTTPClientError` if the client for backends cannot start.
  public init(
    loop: EventLoop, state: GatewayState, meters: any UsageMeters, recorder: any DecisionRecorder,
    clientLimits: HTTPClientLimits = HTTPClientLimits(),
    randomNumbers: inout some RandomNumberGenerator
  ) throws(HTTPClientError) {
    self.loop = loop
    self.meters = meters
    self.recorder = recorder
    client = try HTTPClient(loop: loop, limits: clientLimits)
    tables = EnforcementTables(state, hashSeed: randomNumbers.next())
    clock = GatewayClock(loop: loop)
    identifiers = RequestIdentifiers(
      seed: (
        randomNumbers.next(), randomNumbers.next(), randomNumbers.next(), randomNumbers.next() | 1
      ))
  }

  /// Takes over a change of the workspace; the next request sees it whole.
  public func apply(_ events: [Event]) {
    tables.apply(events, at: loop.nowNanoseconds)
  }

  /// The time by the calendar.
  var now: Timestamp { Timestamp(microseconds: loop.clock.wallNanoseconds() / 1_000) }

  /// The requests that wait for a backend.
  public var pendingBackendRequests: Int { client.transferCount }
}

extension Gateway: HTTPHandler {
  /// Decides on a request, and answers it at once where no backend is needed.
  public func requestReceived(_ exchange: HTTPExchange) {
    identifiers.advance()
    let request = exchange.request
    let target = request.target
    let queryStart = target.firstIndex(of: 0x3F) ?? target.count
    let path = canonicalizer.canonicalize(UnsafeRawBufferPointer(rebasing: target[..<queryStart]))
    let instant = clock.instant()
    var draft = DecisionDraft(
      startNanoseconds: instant.monotonicNanoseconds, requestId: identifiers.words,
      verb: HTTPVerb(request.method), peer: exchange.peer)
    guard !request.isRepeated(.apiKey) else { return refuseRepeatedKey(exchange, draft) }
    guard path.refusal == nil,
      let address = RequestAddress(host: request.header(.host), path: path)
    else {
      return refuse(exchange, path.refusal.map { .refusedPath($0) } ?? .noSuchApi, draft)
    }
    let admission = tables.admit(
      AdmissionRequest(
        apiId: address.apiId, stage: address.stage, verb: draft.verb, path: address.path,
        headerKey: request.header(.apiKey),
        canaryPoint: AdmissionRequest.canaryPoint(requestId: identifiers.current)),
      at: instant, meters: meters)
    draft.admission = admission
    draft.path = address.path.bytes
    guard case .admitted = admission.verdict else {
      return refuse(exchange, admission.verdict, draft)
    }
    serve(exchange, admission, address, draft)
  }

  /// Hands a piece of body to whoever takes it.
  public func bodyReceived(_ exchange: HTTPExchange, _ bytes: UnsafeRawBufferPointer) {
    (exchange.attachment as? any RequestBodyReceiver)?.bodyReceived(bytes)
  }

  /// Tells whoever takes the body that it is complete.
  public func requestEnded(_ exchange: HTTPExchange) {
    (exchange.attachment as? any RequestBodyReceiver)?.bodyEnded()
  }

  /// Lets a backend's answer flow again.
  public func outputDrained(_ exchange: HTTPExchange) {
    (exchange.attachment as? ProxyExchange)?.outputDrained()
  }

  /// Stops the work of a backend for a client that seems to have gone.
  public func clientClosed(_ exchange: HTTPExchange) {
    (exchange.attachment as? any RequestBodyReceiver)?.clientClosed()
  }

  /// Stops the work for a client that is gone.
  public func exchangeAborted(_ exchange: HTTPExchange) {
    (exchange.attachment as? any RequestBodyReceiver)?.aborted()
  }

  /// The server's own refusals in API Gateway's shape.
  public func refusalBody(_ refusal: HTTPRefusal) -> HTTPRefusalBody {
    HTTPRefusalBody(refusal)
  }
}

extension HTTPVerb {
  init(_ method: HTTPMethod) {
    switch method {
    case .delete: self = .delete
    case .get: self = .get
    case .head: self = .head
    case .post: self = .post
    case .put: self = .put
    case .options: self = .options
    case .patch: self = .patch
    }
  }
}
