import Enforcement
import EventLoop
import GatewayModel
import HTTPServer

extension Gateway {
  /// Answers a request that admission refused.
  func refuse(_ exchange: HTTPExchange, _ verdict: Verdict, _ draft: DecisionDraft) {
    guard let refusal = verdict.refusal else { return }
    fail(
      exchange,
      GatewayFailure(
        status: refusal.statusCode, message: refusal.message, errorType: refusal.errorType,
        type: refusal.responseType, reason: ""),
      verdict: verdict, draft)
  }

  /// Refuses a request with two keys: which of them counts would be anybody's guess.
  func refuseRepeatedKey(_ exchange: HTTPExchange, _ draft: DecisionDraft) {
    fail(exchange, .badRequest, draft)
  }

  /// Answers with an error of the gateway's own.
  ///
  /// - Parameters:
  ///   - failure: What it is; an API may have replaced its gateway response.
  ///   - verdict: How admission ended.
  func fail(
    _ exchange: HTTPExchange, _ failure: GatewayFailure, verdict: Verdict = .admitted,
    _ draft: DecisionDraft
  ) {
    if let responses = draft.admission?.deployment?.snapshot.gatewayResponses, !responses.isEmpty {
      let request = MethodRequest(exchange, draft, time: now)
      return answer(
        exchange, failure.answer(to: request, among: responses), verdict: verdict, draft)
    }
    exchange.begin(status: failure.status)
    addIdentity(to: exchange, draft)
    if let errorType = failure.errorType { exchange.header("x-amzn-ErrorType", errorType) }
    exchange.header("Content-Type", "application/json")
    var body = failure.body
    body.withUTF8 { _ = exchange.finish(UnsafeRawBufferPointer($0)) }
    finish(draft, status: failure.status, verdict: verdict)
  }

  /// Adds the headers every answer of the gateway carries.
  func addIdentity(to exchange: HTTPExchange, _ draft: DecisionDraft) {
    if draft.requestId == identifiers.words {
      addIdentity(to: exchange, text: identifiers.current)
    } else {
      withUnsafeTemporaryAllocation(
        byteCount: RequestIdentifierText.byteCount, alignment: 1
      ) { text in
        RequestIdentifierText.write(draft.requestId, to: text)
        addIdentity(to: exchange, text: UnsafeRawBufferPointer(text))
      }
    }
  }

  /// The last part of a request's id serves as the short one.
  private func addIdentity(to exchange: HTTPExchange, text: UnsafeRawBufferPointer) {
    exchange.header("x-amzn-RequestId", text)
    exchange.header(
      "x-amz-apigw-id",
      UnsafeRawBufferPointer(rebasing: text[RequestIdentifierText.lastPartOffset...]))
  }

  /// Counts and notes a request whose answer is complete.
  func finish(_ draft: DecisionDraft, status: Int, verdict: Verdict = .admitted) {
    let instant = clock.instant()
    if let usage = draft.admission?.usage, usage.exists {
      meters.count(usage, statusCode: status, on: instant.day)
    }
    let end = loop.clock.monotonicNanoseconds()
    recorder.note(
      draft,
      DecisionOutcome(
        verdict: verdict, status: status, time: clock.date(atNanoseconds: end),
        latencyNanoseconds: end - draft.startNanoseconds))
  }
}
