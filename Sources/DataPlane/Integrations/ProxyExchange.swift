import Enforcement
import EventLoop
import GatewayModel
import HTTPClient
import HTTPServer

/// A request on its way to a backend and back: both bodies stream, and a side that cannot take more stops
/// the other.
final class ProxyExchange: RequestBodyReceiver {
  private let gateway: Gateway
  private let exchange: HTTPExchange
  private let draft: DecisionDraft
  private var transfer: HTTPTransfer?
  private let backendIsAskedByHead: Bool
  private var status = 0
  private var answerHasBegun = false
  /// Whether the client has enough unread; the backend is then left unread too.
  private var isHeld = false

  private init(
    _ gateway: Gateway, _ exchange: HTTPExchange, _ draft: DecisionDraft,
    backendIsAskedByHead: Bool
  ) {
    self.gateway = gateway
    self.exchange = exchange
    self.draft = draft
    self.backendIsAskedByHead = backendIsAskedByHead
  }

  /// Sends a request on.
  static func start(
    _ gateway: Gateway, _ exchange: HTTPExchange, _ proxy: ProxyIntegration,
    _ admission: Admission, _ address: RequestAddress, _ draft: DecisionDraft
  ) {
    let request: HTTPClientRequest
    do throws(GatewayFailure) {
      request = try Self.backendRequest(gateway, exchange, proxy, admission, address, draft)
    } catch {
      return gateway.fail(exchange, error, draft)
    }
    let this = ProxyExchange(
      gateway, exchange, draft, backendIsAskedByHead: request.method == "HEAD")
    exchange.attachment = this
    do throws(HTTPClientError) {
      this.transfer = try gateway.client.start(request, receiver: this)
    } catch {
      this.fail(error)
    }
  }

  private static func backendRequest(
    _ gateway: Gateway, _ exchange: HTTPExchange, _ proxy: ProxyIntegration,
    _ admission: Admission, _ address: RequestAddress, _ draft: DecisionDraft
  ) throws(GatewayFailure) -> HTTPClientRequest {
    let request = exchange.request
    let method = proxy.httpMethod ?? draft.verb.name
    let body: HTTPClientRequest.Body =
      request.hasBody && method != "HEAD"
      ? request.bodyLength.map { .length(Int64($0)) } ?? .chunked : .none
    guard proxy.mapsPathOnly else {
      var mapped = try proxy.backendRequest(
        for: MethodRequest(exchange, draft, time: gateway.now))
      mapped.body = body
      return mapped
    }
    let query =
      request.target.firstIndex(of: 0x3F)
      .map { String(decoding: request.target[($0 + 1)...], as: UTF8.self) } ?? ""
    let url = try proxy.url(
      parameters: admission.method?.parameters(in: address.path) ?? [],
      variables: admission.stageVariables, query: query)
    return HTTPClientRequest(
      method: method, url: url,
      fields: ProxyHeaders.forBackend(
        ProxyHeaders.fields(of: request), apiId: admission.stage?.id.apiId ?? "",
        sourceIp: exchange.peer.address,
        rootTrace: "Root=\(RequestIdentifierText.text(draft.requestId))"),
      body: body, timeout: .milliseconds(proxy.timeoutInMillis),
      verifiesCertificate: proxy.verifiesCertificate)
  }

  // MARK: From the client

  func bodyReceived(_ bytes: UnsafeRawBufferPointer) {
    // What comes with a HEAD is read and dropped: it has no meaning.
    guard !backendIsAskedByHead else { return }
    if transfer?.send(bytes) == false { exchange.pauseBody() }
  }

  func bodyEnded() {
    if !backendIsAskedByHead { transfer?.finishBody() }
  }

  func outputDrained() {
    isHeld = false
    transfer?.resume()
  }

  func aborted() {
    transfer?.cancel()
  }

  /// The client ended its side. Whether it still reads cannot be known: until the answer begins it
  /// counts as gone, as with nginx's `proxy_ignore_client_abort off`; from then on it is served until a
  /// reset says otherwise.
  func clientClosed() {
    guard !answerHasBegun else { return }
    status = Self.clientClosedRequest
    exchange.abort()
    transfer?.cancel()
  }

  /// What is noted of a request whose client went before it was answered; never sent.
  ///
  /// Source: nginx, `NGX_HTTP_CLIENT_CLOSED_REQUEST`.
  static let clientClosedRequest = 499

  private func fail(_ error: HTTPClientError) {
    if answerHasBegun {
      exchange.abort()
      return gateway.finish(draft, status: status)
    }
    gateway.fail(exchange, GatewayFailure(error), draft)
  }
}

extension ProxyExchange: HTTPTransferReceiver {
  func transfer(_ transfer: HTTPTransfer, didReceive head: HTTPClientResponseHead) {
    guard exchange.isOpen else { return }
    status = (200...599).contains(head.status) ? head.status : 502
    answerHasBegun = exchange.begin(status: status)
    addFields(of: head)
    gateway.addIdentity(to: exchange, draft)
    exchange.beginStream(
      length: hasNoBody ? 0 : head.value(of: "content-length").flatMap { Int($0) })
  }

  private func addFields(of head: HTTPClientResponseHead) {
    let ofConnection = ProxyHeaders.namedByConnection(head)
    head.bytes.withUnsafeBytes { bytes in
      for field in head.fields {
        let name = UnsafeRawBufferPointer(rebasing: bytes[field.name])
        let value = UnsafeRawBufferPointer(rebasing: bytes[field.value])
        guard !ofConnection.contains(name) else { continue }
        switch ProxyHeaders.passage(of: name) {
        case .dropped: break
        case .unchanged: exchange.header(name, value)
        case .remapped: ProxyHeaders.withRemapped(name) { exchange.header($0, value) }
        }
      }
    }
  }

  /// Whether the client must be told that nothing follows the head. Where it asked by HEAD itself, the
  /// length it is told is that of the answer to a GET.
  private var hasNoBody: Bool {
    (backendIsAskedByHead && draft.verb != .head) || status == 204 || status == 304
  }

  func transfer(_ transfer: HTTPTransfer, didReceive body: UnsafeRawBufferPointer) -> Bool {
    guard exchange.isOpen else { return true }
    // A piece that went over the mark is taken all the same; the next one waits.
    if isHeld { return false }
    isHeld = !exchange.write(body)
    return true
  }

  func transferDidDrain(_ transfer: HTTPTransfer) {
    exchange.resumeBody()
  }

  func transfer(_ transfer: HTTPTransfer, didFinish error: HTTPClientError?) {
    self.transfer = nil
    guard exchange.isOpen else {
      return gateway.finish(draft, status: status == 0 ? Self.clientClosedRequest : status)
    }
    if let error { return fail(error) }
    exchange.finishStream()
    gateway.finish(draft, status: status)
  }
}
