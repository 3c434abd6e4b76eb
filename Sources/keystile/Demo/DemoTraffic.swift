import EventLoop
import HTTPClient

/// Sends the scenario's requests over real connections, at its rates and no faster.
final class DemoTraffic {
  /// Requests sent at most, so that a forgotten demonstration comes to an end of its own.
  static let requestLimit = 5_000_000
  /// How often the due requests are sent.
  private static let stepMilliseconds = 50

  private let loop: EventLoop
  private let client: HTTPClient
  private let url: String
  private let sources: [DemoScenario.Source]
  private var due: [Double]
  private var sent = 0
  private var timer: LoopTimer?

  init(loop: EventLoop, scenario: DemoScenario, url: String) throws(HTTPClientError) {
    self.loop = loop
    self.url = url
    sources = scenario.sources
    // Spread over the first second, so that not everything comes at once.
    let count = scenario.sources.count
    due = (0..<count).map { Double($0) / Double(max(1, count)) }
    var limits = HTTPClientLimits()
    limits.transfers = 64
    client = try HTTPClient(loop: loop, limits: limits)
    timer = loop.schedule(every: .milliseconds(Self.stepMilliseconds)) { [unowned self] in step() }
  }

  private func step() {
    for index in sources.indices {
      due[index] += sources[index].rate * Double(Self.stepMilliseconds) / 1_000
      while due[index] >= 1, sent < Self.requestLimit {
        due[index] -= 1
        send(sources[index])
      }
    }
  }

  private func send(_ source: DemoScenario.Source) {
    sent += 1
    let key = source.keyValue.map { [(name: "x-api-key", value: $0)] } ?? []
    // A gateway that is busy or gone is no reason to stop; the next step tries again.
    _ = try? client.start(
      HTTPClientRequest(
        method: source.httpMethod, url: url + source.path,
        headers: key + [(name: "User-Agent", value: "keystile-demo")], timeout: .seconds(5)),
      receiver: AnswerSink())
  }
}

/// Takes answers and forgets them.
private final class AnswerSink: HTTPTransferReceiver {
  func transfer(_ transfer: HTTPTransfer, didReceive head: HTTPClientResponseHead) {}
  func transfer(_ transfer: HTTPTransfer, didReceive body: UnsafeRawBufferPointer) -> Bool { true }
  func transferDidDrain(_ transfer: HTTPTransfer) {}
  func transfer(_ transfer: HTTPTransfer, didFinish error: HTTPClientError?) {}
}
