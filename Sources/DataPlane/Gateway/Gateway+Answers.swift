import Enforcement
import EventLoop
import GatewayModel
import HTTPServer

extension Gateway {
  /// Answers a request that admission refused.
  func refuse(_ exchange: HTTPExchange, _ verdict: Verdict, _ draft: DecisionDraft) {
    guard let refusal = verdict.refusal else { return }
    fail(
      exchange, status: refusal.statusCode, message: refusal.message, errorType: refusal.errorType,
      type: refusal.responseType, verdict: verdict, draft)
  }

  /// Answers with an error of the gateway's own.
  ///
  /// - Parameters:
  ///   - status: The status unless the API has replaced it.
  ///   - message: The text of `{"message":…}`.
  ///   - errorType: The value of `x-amzn-ErrorType`; nil sends none.
  ///   - type: Which gateway response the API may have replaced.
  func fail(
    _ exchange: HTTPExchange, status: Int, message: String, errorType: String?,
    type: GatewayResponseType?, verdict: Verdict = .admitted, _ draft: DecisionDraft
  ) {
    let snapshot = draft.admission?.deployment?.snapshot
    let replaced = snapshot.flatMap { $0.gatewayResponses.isEmpty ? nil : $0 }
      .flatMap { $0.gatewayResponse(for: type, status: status) }
    let status = replaced?.statusCode.flatMap { Int($0) } ?? status
    exchange.begin(status: status)
    addIdentity(to: exchange, draft)
    if let errorType { exchange.header("x-amzn-ErrorType", errorType) }
    exchange.header("Content-Type", "application/json")
    var body = "{\"message\":\"\(message)\"}"
    body.withUTF8 { _ = exchange.finish(UnsafeRawBufferPointer($0)) }
    finish(draft, status: status, verdict: verdict)
  }

  /// Adds the headers every answer of the gateway carries.
  func addIdentity(to exchange: HTTPExchange, _ draft: DecisionDraft) {
    if draft.requestId == identifiers.words {
      exchange.header("x-amzn-RequestId", identifiers.current)
      exchange.header("x-amz-apigw-id", shortIdentity)
    } else {
      var text = RequestIdentifierText.text(draft.requestId)
      text.withUTF8 {
        exchange.header("x-amzn-RequestId", UnsafeRawBufferPointer($0))
        exchange.header(
          "x-amz-apigw-id", UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[24...]))
      }
    }
  }

  /// The last part of the request's id, which serves as the short one.
  private var shortIdentity: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: identifiers.current[24...])
  }

  /// Counts and notes a request whose answer is complete.
  func finish(_ draft: DecisionDraft, status: Int, verdict: Verdict = .admitted) {
    let instant = clock.instant()
    if let usage = draft.admission?.usage, usage.exists {
      meters.count(usage, statusCode: status, on: instant.day)
    }
    recorder.note(
      FinishedDecision(
        draft: draft, verdict: verdict, status: status,
        latencyNanoseconds: loop.clock.monotonicNanoseconds() - draft.startNanoseconds))
  }
}

extension ApiSnapshot {
  /// The replacement of a gateway response: the type's own, else that of its class of statuses.
  fileprivate func gatewayResponse(
    for type: GatewayResponseType?, status: Int
  ) -> GatewayResponse? {
    guard let type else { return nil }
    let fallback: GatewayResponseType = status < 500 ? .default4XX : .default5XX
    return gatewayResponses.first { $0.responseType == type }
      ?? gatewayResponses.first { $0.responseType == fallback }
  }
}
