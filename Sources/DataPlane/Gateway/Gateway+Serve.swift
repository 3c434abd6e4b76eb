import Enforcement
import GatewayModel
import HTTPServer

extension Gateway {
  /// Has an admitted request answered by its integration.
  func serve(
    _ exchange: HTTPExchange, _ admission: Admission, _ address: RequestAddress,
    _ draft: DecisionDraft
  ) {
    guard let deployment = admission.deployment else { return }
    switch ready.integration(of: admission.methodIndex, in: deployment) {
    case .mock(let mock): serve(exchange, mock, draft)
    case .proxy(let proxy):
      ProxyExchange.start(self, exchange, proxy, admission, address, draft.kept())
    case .buffered(let method): BufferedExchange.start(self, exchange, method, draft)
    case .unavailable(let reason): fail(exchange, .configuration(reason), draft)
    }
  }

  private func serve(_ exchange: HTTPExchange, _ mock: MockIntegration, _ draft: DecisionDraft) {
    let type = exchange.request.header(.contentType)
    let wanted =
      if let type { mock.choice(contentType: mediaType(of: type)) } else { mock.plainChoice }
    guard let choice = wanted else {
      return fail(exchange, .unsupportedMediaType, draft)
    }
    if case .byBody = choice {
      exchange.attachment = MockBodyExchange(self, exchange, mock, draft.kept())
    } else {
      answer(exchange, choice, draft)
    }
  }

  /// Sends what a mock chose.
  func answer(_ exchange: HTTPExchange, _ choice: MockIntegration.Choice, _ draft: DecisionDraft) {
    guard case .fixed(let answer) = choice else {
      return fail(exchange, .configuration("the mock has no answer"), draft)
    }
    exchange.begin(status: answer.status)
    addIdentity(to: exchange, draft)
    exchange.header(answer.headers)
    answer.body.withUnsafeBytes { _ = exchange.finish($0) }
    finish(draft, status: answer.status)
  }

  /// Sends the whole answer of a method.
  func answer(
    _ exchange: HTTPExchange, _ answer: MethodAnswer, verdict: Verdict = .admitted,
    _ draft: DecisionDraft
  ) {
    exchange.begin(status: answer.status)
    addIdentity(to: exchange, draft)
    for (name, value) in answer.headers { exchange.header(name, value) }
    answer.body.withUnsafeBytes { _ = exchange.finish($0) }
    finish(draft, status: answer.status, verdict: verdict)
  }

  /// A media type without its parameters.
  private func mediaType(of bytes: UnsafeRawBufferPointer) -> String {
    let end = bytes.firstIndex(of: 0x3B) ?? bytes.count
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    return String(text.prefix { $0 != " " }).lowercased()
  }
}
