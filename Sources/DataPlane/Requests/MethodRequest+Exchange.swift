import Enforcement
import GatewayModel
import HTTPServer

extension MethodRequest {
  /// The request of an exchange, as far as its head tells it.
  ///
  /// - Parameters:
  ///   - exchange: Still open, so that its head can be read.
  ///   - draft: With what admission found.
  ///   - time: The time by the calendar.
  init(_ exchange: HTTPExchange, _ draft: DecisionDraft, time: Timestamp) {
    let request = exchange.request
    let target = String(decoding: request.target, as: UTF8.self)
    let mark = target.firstIndex(of: "?") ?? target.endIndex
    let query = target[mark...].dropFirst()
    let stage = draft.admission?.stage
    let apiId = stage?.id.apiId ?? ""
    let path = target[..<mark]
    self.init(
      apiId: apiId, stage: stage?.id.stage ?? "",
      deploymentId: draft.admission?.deployment?.id ?? "",
      isCanary: draft.admission?.isCanary ?? false,
      stageVariables: draft.admission?.stageVariables ?? [:],
      resourceId: draft.admission?.method?.resourceId ?? "",
      resourcePath: draft.admission?.method?.path ?? "", httpMethod: draft.verb.name,
      path: String(path.hasPrefix("/\(apiId)/") ? path.dropFirst(apiId.count + 1) : path),
      pathParameters: Self.pathParameters(draft), rawQuery: String(query),
      query: RequestFields(query: query), headers: RequestFields(request),
      rawHeaders: ProxyHeaders.fields(of: request),
      requestId: RequestIdentifierText.text(draft.requestId), sourceIp: draft.peer.address,
      domainName: request.header(.host).map { String(decoding: $0, as: UTF8.self) } ?? "",
      httpVersion: "HTTP/1.\(request.minorVersion)", time: time,
      apiKeyId: draft.admission?.keyId)
  }

  private static func pathParameters(_ draft: DecisionDraft) -> RequestFields {
    guard let method = draft.admission?.method else { return RequestFields() }
    let path = draft.withPath { String(decoding: $0, as: UTF8.self) }
    return parameters(of: method, in: path)
  }

  /// The parameters of a path that a method answers, without escapes.
  static func parameters(of method: RouteMethod, in path: String) -> RequestFields {
    PathCanonicalizer.withCanonicalPath(of: path) { path in
      RequestFields(
        method.parameters(in: path).map {
          ($0.name, PercentEncoding.decoded($0.value[...]))
        })
    }
  }
}

extension RequestFields {
  /// The header fields of a request.
  init(_ request: HTTPRequestView) {
    self.init(
      (0..<request.headerCount).map {
        (
          String(decoding: request.headerName(at: $0), as: UTF8.self),
          String(decoding: request.headerValue(at: $0), as: UTF8.self)
        )
      }, isCaseSensitive: false)
  }
}
