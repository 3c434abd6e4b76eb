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

  /// Refuses a request with two keys: which of them counts would be anybody's guess.
  func refuseRepeatedKey(_ exchange: HTTPExchange, _ draft: DecisionDraft) {
    fail(
      exchange, status: 400, message: "Bad Request", errorType: "BadRequestException", type: nil,
      draft)
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
    if let type, let set = draft.admission?.deployment?.snapshot.gatewayResponses, !set.isEmpty {
      return fail(
        exchange, set, type, status: status, message: message, errorType: errorType,
        verdict: verdict, draft)
    }
    exchange.begin(status: status)
    addIdentity(to: exchange, draft)
    if let errorType { exchange.header("x-amzn-ErrorType", errorType) }
    exchange.header("Content-Type", "application/json")
    var body = "{\"message\":\"\(message)\"}"
    body.withUTF8 { _ = exchange.finish(UnsafeRawBufferPointer($0)) }
    finish(draft, status: status, verdict: verdict)
  }

  /// The same for an API that replaced some of the gateway's responses.
  private func fail(
    _ exchange: HTTPExchange, _ set: [GatewayResponse], _ type: GatewayResponseType, status: Int,
    message: String, errorType: String?, verdict: Verdict, _ draft: DecisionDraft
  ) {
    let byType = Dictionary(set.map { ($0.responseType, $0) }, uniquingKeysWith: { $1 })
    let response = GatewayResponseText(
      EffectiveGatewayResponse(of: type, among: byType), status: status,
      variables: variables(type, message: message, draft))
    exchange.begin(status: response.status)
    addIdentity(to: exchange, draft)
    if let errorType { exchange.header("x-amzn-ErrorType", errorType) }
    exchange.header("Content-Type", response.contentType)
    for (name, value) in response.headers { exchange.header(name, value) }
    var body = response.body
    body.withUTF8 { _ = exchange.finish(UnsafeRawBufferPointer($0)) }
    finish(draft, status: response.status, verdict: verdict)
  }

  private func variables(
    _ type: GatewayResponseType, message: String, _ draft: DecisionDraft
  ) -> [String: String] {
    let stage = draft.admission?.stage
    var variables = [
      "context.error.message": message, "context.error.messageString": "\"\(message)\"",
      "context.error.responseType": type.rawValue,
      "context.requestId": RequestIdentifierText.text(draft.requestId),
      "context.httpMethod": draft.verb.name, "context.identity.sourceIp": draft.peer.address,
      "context.apiId": stage?.id.apiId ?? "", "context.stage": stage?.id.stage ?? "",
      "context.resourcePath": draft.admission?.method?.path ?? "",
    ]
    for (name, value) in stage?.stage.variables ?? [:] {
      variables["stageVariables.\(name)"] = value
    }
    return variables
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
    let end = loop.clock.monotonicNanoseconds()
    recorder.note(
      draft,
      DecisionOutcome(
        verdict: verdict, status: status, time: clock.date(atNanoseconds: end),
        latencyNanoseconds: end - draft.startNanoseconds))
  }
}
