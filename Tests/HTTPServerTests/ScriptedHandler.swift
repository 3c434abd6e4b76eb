import HTTPServer
import Testing

/// Answers by target: each does one thing a real handler may do.
final class ScriptedHandler: HTTPHandler {
  /// The state of one exchange, as its attachment.
  final class State {
    var target = ""
    /// The first segment of the path.
    var kind: Substring { target.split { "/?".contains($0) }.first ?? "" }
    var body: [UInt8] = []
    var toWrite = 0
  }

  /// What streams repeat.
  static let piece = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 % 251) }

  let log: EventLog
  /// Exchanges of `/later` and `/hold`, in order of arrival.
  var waiting: [HTTPExchange] = []

  init(log: EventLog) {
    self.log = log
  }

  func requestReceived(_ exchange: HTTPExchange) {
    let request = exchange.request
    let target = String(decoding: request.target, as: UTF8.self)
    let state = State()
    state.target = target
    exchange.attachment = state
    switch state.kind {
    case "early": exchange.respond(status: 403, contentType: "text/plain", body: "no")
    case "headers": answerWithHeaders(exchange)
    case "status": answerWithStatus(exchange, target)
    case "later": waiting.append(exchange)
    case "hold":
      waiting.append(exchange)
      exchange.pauseBody()
    case "stream": beginStream(exchange, state)
    case "overrun": overrun(exchange)
    case "echo":
      exchange.begin(status: 200)
      exchange.beginStream(length: nil)
    default: break
    }
    log.note("\(request.method.name) \(target)")
  }

  func bodyReceived(_ exchange: HTTPExchange, _ bytes: UnsafeRawBufferPointer) {
    guard let state = exchange.attachment as? State else { return }
    if state.target.hasPrefix("/echo") {
      if !exchange.write(bytes) { exchange.pauseBody() }
    } else {
      state.body += bytes
    }
  }

  func requestEnded(_ exchange: HTTPExchange) {
    guard let state = exchange.attachment as? State else { return }
    switch state.kind {
    case "later", "hold", "stream": log.note("ended \(state.target)")
    case "echo": exchange.finishStream()
    default:
      exchange.begin(status: 200)
      exchange.header("X-Body-Bytes", state.body.count)
      state.body.withUnsafeBytes { _ = exchange.finish($0) }
    }
  }

  func outputDrained(_ exchange: HTTPExchange) {
    guard let state = exchange.attachment as? State else { return }
    log.note("drained \(state.target)")
    if state.target.hasPrefix("/echo") { exchange.resumeBody() } else { pump(exchange, state) }
  }

  func clientClosed(_ exchange: HTTPExchange) {
    log.note("client closed")
  }

  func exchangeAborted(_ exchange: HTTPExchange) {
    let target = (exchange.attachment as? State)?.target ?? "?"
    log.note("aborted \(target)")
  }

  func refusalBody(_ refusal: HTTPRefusal) -> HTTPRefusalBody {
    log.note("refused \(refusal.rawValue)")
    return HTTPRefusalBody(refusal)
  }

  /// Answers the oldest waiting exchange; false if it is over.
  func answerWaiting(_ text: String) -> Bool {
    guard !waiting.isEmpty else { return false }
    return waiting.removeFirst().respond(status: 200, contentType: "text/plain", body: text)
  }

  private func answerWithHeaders(_ exchange: HTTPExchange) {
    let request = exchange.request
    var text = ""
    for index in 0..<request.headerCount {
      text += String(decoding: request.headerName(at: index), as: UTF8.self) + "="
      text += String(decoding: request.headerValue(at: index), as: UTF8.self) + "\n"
    }
    exchange.begin(status: 200)
    exchange.header("X-Static", "fixed")
    if let key = request.header(.apiKey) { exchange.header("X-Key", key) }
    if let other = request.header(named: "x-other") { exchange.header("X-Other", other) }
    if request.isRepeated(.apiKey) { exchange.header("X-Repeated", "yes") }
    #expect(!exchange.header("X-Evil", "a\r\nX-Injected: 1"))
    #expect(!exchange.header("X Evil", "a"))
    #expect(!exchange.header("", "a"))
    text.withUTF8 { _ = exchange.finish(UnsafeRawBufferPointer($0)) }
  }

  /// `/status/204` and the like, with a body that some statuses must not have.
  private func answerWithStatus(_ exchange: HTTPExchange, _ target: String) {
    let status = Int(target.split(separator: "/").last ?? "") ?? 500
    exchange.respond(status: status, contentType: "text/plain", body: "body")
  }

  /// `/stream/COUNT` with the length announced, `/stream/chunked/COUNT` in chunks.
  private func beginStream(_ exchange: HTTPExchange, _ state: State) {
    let parts = state.target.split(separator: "/")
    state.toWrite = Int(parts.last ?? "") ?? 0
    exchange.begin(status: 200)
    exchange.beginStream(length: parts.count == 2 ? state.toWrite : nil)
    pump(exchange, state)
  }

  private func pump(_ exchange: HTTPExchange, _ state: State) {
    while state.toWrite > 0 {
      let count = min(state.toWrite, Self.piece.count)
      state.toWrite -= count
      let goesOn = Self.piece.withUnsafeBytes {
        exchange.write(UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      if !goesOn { return }
    }
    exchange.finishStream()
    log.note("written \(state.target)")
  }

  /// Writes on without caring for the high water mark.
  private func overrun(_ exchange: HTTPExchange) {
    exchange.begin(status: 200)
    exchange.beginStream(length: nil)
    let piece = [UInt8](repeating: 0x78, count: 65_536)
    var pieces = 0
    while exchange.isOpen, pieces < 10_000 {
      _ = piece.withUnsafeBytes { exchange.write($0) }
      pieces += 1
    }
    log.note("overrun ended open=\(exchange.isOpen)")
  }
}
