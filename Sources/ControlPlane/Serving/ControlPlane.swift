public import EventLoop
import GatewayModel
public import HTTPServer
import RequestSigning
public import Workspace

/// Answers API Gateway's control protocol from a workspace, on its own loop.
///
/// One turn of the loop decides and writes every request that is ready, then waits for the disk once, then
/// answers: nothing is acknowledged before it is durable.
public final class ControlPlane {
  let store: ControlPlaneStore
  private let loop: EventLoop
  private let router: OperationRouter
  private let authenticator: any RequestAuthenticator
  private let hosts: HostPolicy
  private let pending: PendingAnswers
  private let imports: ImportReader
  private var numbers = SystemRandomNumberGenerator()
  private var bodies = BodyBudget<HTTPPeerAddress>()

  /// A control plane on a workspace.
  ///
  /// - Parameters:
  ///   - loop: Where everything happens; it waits for the disk, so nothing else should run there.
  ///   - workspace: A handle of this thread's own.
  ///   - authenticator: Knows callers.
  ///   - boundHost: The address the listener is bound to, without its port.
  ///   - environment: What operations take from outside.
  ///   - operations: What is answered.
  public init(
    loop: EventLoop, workspace: Workspace, authenticator: any RequestAuthenticator,
    boundHost: String, environment: ControlPlaneEnvironment,
    operations: [OperationSpec] = OperationTable.all
  ) {
    self.loop = loop
    self.authenticator = authenticator
    store = ControlPlaneStore(workspace: workspace, environment: environment)
    router = OperationRouter(operations)
    hosts = HostPolicy(
      boundHost: boundHost, acceptsServiceNames: authenticator.requiresSignature)
    pending = PendingAnswers(loop: loop)
    imports = ImportReader(loop: loop)
    loop.addTurnEndHook { [weak store] in store?.beginTurn() }
  }
}

extension ControlPlane: HTTPHandler {
  /// Looks at the head: who may ask here, which operation, how long the body may be.
  public func requestReceived(_ exchange: HTTPExchange) {
    let requestId = RequestIdentifier.make(using: &numbers)
    let answer = AnswerWriter(exchange, requestId: requestId)
    let request = exchange.request
    guard request.header(named: "origin") == nil else {
      return answer.refuse(.foreignOrigin)
    }
    guard let host = request.header(.host),
      hosts.accepts(String(decoding: host, as: UTF8.self))
    else { return answer.refuse(.foreignHost) }
    guard let target = RequestTarget(request.target) else {
      return answer.refuse(.brokenTarget)
    }
    guard let match = router.match(request.method, target) else {
      return answer.refuse(.unknownOperation)
    }
    let limit = match.operation.body.limitBytes
    if let length = request.bodyLength, length > limit {
      return answer.refuse(.bodyTooLong(limit), service: match.operation.service)
    }
    if request.bodyLength.map({ $0 > ControlPlaneLimits.strangersBodyBytes }) ?? request.hasBody,
      let failure = authenticator.refusal(
        ofHead: RawRequest(request, body: []), service: match.operation.service)
    {
      return answer.refuse(ServiceError(failure), service: match.operation.service)
    }
    exchange.attachment = ControlExchange(
      exchange, requestId: requestId, match: match, query: target.query)
  }

  /// Keeps a piece of the body.
  public func bodyReceived(_ exchange: HTTPExchange, _ bytes: UnsafeRawBufferPointer) {
    guard let pending = exchange.attachment as? ControlExchange else { return }
    let limit = pending.match.operation.body.limitBytes
    let refusal: ServiceError? =
      if pending.body.count + bytes.count > limit {
        .bodyTooLong(limit)
      } else if !bodies.take(bytes.count, of: exchange.peer.withoutPort) {
        .busy
      } else {
        nil
      }
    if let refusal {
      release(pending)
      AnswerWriter(exchange, requestId: pending.requestId)
        .refuse(refusal, service: pending.match.operation.service)
      return
    }
    pending.body += bytes
  }

  /// Serves the request.
  public func requestEnded(_ exchange: HTTPExchange) {
    guard let pending = exchange.attachment as? ControlExchange else { return }
    serve(pending)
    release(pending)
  }

  /// Lets go of what was kept for a client that is gone.
  public func exchangeAborted(_ exchange: HTTPExchange) {
    if let pending = exchange.attachment as? ControlExchange { release(pending) }
  }

  /// The server's own refusals in the service's shape.
  public func refusalBody(_ refusal: HTTPRefusal) -> HTTPRefusalBody {
    var body = HTTPRefusalBody(refusal)
    switch refusal {
    case .tooManyConnections:
      body.headers.append(("x-amzn-ErrorType", "ServiceUnavailableException"))
      body.headers.append(("Retry-After", String(ControlPlaneLimits.retryAfterSeconds)))
    case .bodyTooLarge:
      body.headers.append(("x-amzn-ErrorType", "RequestEntityTooLargeException"))
    default:
      body.headers.append(("x-amzn-ErrorType", "BadRequestException"))
    }
    body.headers.append(("x-amzn-RequestId", RequestIdentifier.make(using: &numbers)))
    return body
  }

  private func release(_ exchange: ControlExchange) {
    bodies.give(exchange.body.count, of: exchange.exchange.peer.withoutPort)
    exchange.body = []
  }
}

extension ControlPlane {
  private func serve(_ pending: ControlExchange) {
    let operation = pending.match.operation
    let answer = AnswerWriter(pending.exchange, requestId: pending.requestId)
    let request = pending.exchange.request
    let raw = RawRequest(request, body: pending.body)
    let principal: Principal
    switch authenticator.authenticate(raw, service: operation.service) {
    case .success(let known): principal = known
    case .failure(let failure):
      return answer.refuse(ServiceError(failure), service: operation.service)
    }
    guard !principal.isReadOnly || operation.isReading else {
      return answer.refuse(.readOnly, service: operation.service)
    }
    do throws(CommandError) {
      let input = try RequestDecoder(operation: operation).input(
        labels: pending.match.labels, query: pending.query, body: pending.body)
      try perform(
        OperationRequest(
          input: input, rawBody: operation.body == .raw ? pending.body : [],
          contentType: request.header(.contentType).map { String(decoding: $0, as: UTF8.self) },
          accept: request.header(.accept).map { String(decoding: $0, as: UTF8.self) },
          principal: principal),
        operation, answer)
    } catch {
      answer.refuse(ServiceError(error), service: operation.service)
    }
  }

  private func perform(
    _ request: OperationRequest, _ operation: OperationSpec, _ answer: AnswerWriter
  ) throws(CommandError) {
    switch operation.handler {
    case .read(let body):
      store.catchUp()
      let result = try body(request, store)
      // What this turn wrote is in the state and not durable yet: nobody is told before it is.
      if pending.isEmpty {
        answer.send(result, of: operation)
      } else {
        pending.add(nil) { failure in answer.send(result, of: operation, unless: failure) }
      }
    case .write(let command, let print):
      store.catchUp()
      try write(command(request, store), print, request, operation, answer)
    case .importing(let command, let print):
      let isWaiting = imports.read(request, command) { [self] command in
        do throws(CommandError) {
          try write(command.get(), print, request, operation, answer)
        } catch {
          answer.refuse(ServiceError(error), service: operation.service)
        }
      }
      if !isWaiting { answer.refuse(.busyImporting, service: operation.service) }
    case .impossible(let reason):
      store.catchUp()
      throw CommandError(.notImplemented, try reason(request, store))
    case .deferred(let body):
      store.catchUp()
      try body(
        request, store,
        OperationResponder { result in
          switch result {
          case .success(let result): answer.send(result, of: operation)
          case .failure(let error): answer.refuse(error, service: operation.service)
          }
        })
    }
  }

  private func write(
    _ command: Command, _ print: (WriteOutcome) throws(CommandError) -> OperationAnswer,
    _ request: OperationRequest, _ operation: OperationSpec, _ answer: AnswerWriter
  ) throws(CommandError) {
    let receipt: Receipt
    do throws(SubmitError) {
      receipt = try store.submit(command, actor: request.principal.actor)
    } catch {
      return answer.refuse(ServiceError(error), service: operation.service)
    }
    let outcome = WriteOutcome(
      request: request, store: store, subjects: receipt.subjects, warnings: receipt.warnings)
    do throws(CommandError) {
      let result = try print(outcome)
      pending.add(receipt) { failure in answer.send(result, of: operation, unless: failure) }
    } catch {
      // It was written all the same, so it is made durable as any other.
      pending.add(receipt) { failure in
        answer.refuse(
          failure.map(ServiceError.init) ?? ServiceError(error), service: operation.service)
      }
    }
  }
}
