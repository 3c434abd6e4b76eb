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
    let choice =
      if let type { mock.choice(contentType: mediaType(of: type)) } else { mock.plainChoice }
    switch choice {
    case .fixed(let answer): self.answer(exchange, answer, draft)
    case .mapped: BufferedExchange.start(self, exchange, BufferedMethod(mock), draft)
    case .refusal: fail(exchange, .unsupportedMediaType, draft)
    case .broken(let reason): fail(exchange, .configuration(reason), draft)
    }
  }

  /// Sends what a mock answers to all.
  private func answer(
    _ exchange: HTTPExchange, _ answer: MockIntegration.Answer, _ draft: DecisionDraft
  ) {
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
