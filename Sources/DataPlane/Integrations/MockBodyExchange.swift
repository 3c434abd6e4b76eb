import HTTPServer

/// A request to a mock without a template: its body says which status it wants.
final class MockBodyExchange: RequestBodyReceiver {
  /// The longest body that is looked at, in bytes.
  static let limitBytes = 65_536

  private let gateway: Gateway
  private let exchange: HTTPExchange
  private let mock: MockIntegration
  private let draft: DecisionDraft
  private var body: [UInt8] = []
  private var isTooLong = false

  init(
    _ gateway: Gateway, _ exchange: HTTPExchange, _ mock: MockIntegration, _ draft: DecisionDraft
  ) {
    self.gateway = gateway
    self.exchange = exchange
    self.mock = mock
    self.draft = draft
  }

  func bodyReceived(_ bytes: UnsafeRawBufferPointer) {
    isTooLong = isTooLong || body.count + bytes.count > Self.limitBytes
    if !isTooLong { body += bytes }
  }

  func bodyEnded() {
    gateway.answer(
      exchange, isTooLong ? .broken("the body is too long") : mock.answer(body: body), draft)
  }

  func clientClosed() {}

  func aborted() {}
}
