import GatewayModel
import Testing

@Suite struct DiffRiskTests {
  private typealias Method = GatewayModel.Method

  private static func route(_ methods: Method...) -> ApiSnapshot {
    ApiSnapshot(routes: [SnapshotRoute(resourceId: "r", path: "/x", methods: methods)])
  }

  private static func method(
    _ verb: String, key: Bool = false, signed: Bool = false, uri: String = "http://a"
  ) -> Method {
    Method(
      httpMethod: verb, authorizationType: signed ? "AWS_IAM" : "NONE", apiKeyRequired: key,
      methodIntegration: Integration(type: .httpProxy, httpMethod: "ANY", uri: uri))
  }

  private static let closed = method("GET", key: true)
  private static let open = method("GET")

  @Test(arguments: [
    (route(closed), route(open), ["GET /x no longer asks who calls: open to everyone"]),
    (route(open), route(closed), ["GET /x now wants a key: clients without one will be refused"]),
    (
      route(open), route(method("GET", signed: true)),
      ["GET /x now wants signed requests: others will be refused"]
    ),
    (
      route(method("GET", key: true, signed: true)), route(method("GET", signed: true)),
      ["GET /x no longer wants a key, only a signature"]
    ),
    (route(), route(open), ["GET /x is new and open to everyone"]),
    (route(), route(closed), []),
    (route(closed), route(), ["GET /x is no longer served: callers will be refused"]),
    (
      route(open), route(method("GET", uri: "http://b")),
      ["GET /x will be answered by another backend"]
    ),
    (
      route(method("ANY")), route(method("ANY", key: true)),
      ["ANY /x now wants a key: clients without one will be refused"]
    ),
    (
      // GET falls to ANY, which asks for nothing.
      route(method("ANY"), closed), route(method("ANY")),
      ["GET /x no longer asks who calls: open to everyone"]
    ),
    (
      route(open, method("POST")), route(),
      ["GET /x, POST /x are no longer served: callers will be refused"]
    ),
    (
      ApiSnapshot(), ApiSnapshot(apiKeySource: .authorizer, disableExecuteApiEndpoint: true),
      [
        "The default host is switched off: every request is refused",
        "Keys come from another source: those sent as before no longer count",
      ]
    ),
  ])
  func saysWhatCallersMeet(before: ApiSnapshot, after: ApiSnapshot, risks: [String]) {
    #expect(SnapshotDiff(from: before, to: after).risks.map(\.summary) == risks)
  }

  @Test func namesAtMostThreeMethods() {
    let verbs = ["DELETE", "GET", "POST", "PUT", "PATCH"]
    let risk = DiffRisk(kind: .refusesWithoutKey, methods: verbs.map { "\($0) /x" })
    #expect(
      risk.summary
        == "DELETE /x, GET /x, POST /x and 2 more now want a key: clients without one will be "
        + "refused")
  }

  @Test func knowsStricterChecks() {
    func snapshot(required: Bool) -> ApiSnapshot {
      var method = Self.open
      method.requestValidatorId = "v"
      method.requestParameters = ["method.request.header.id": required]
      return ApiSnapshot(
        routes: [SnapshotRoute(resourceId: "r", path: "/x", methods: [method])],
        requestValidators: [RequestValidator(id: "v", validateRequestParameters: true)])
    }
    let stricter = SnapshotDiff(from: snapshot(required: false), to: snapshot(required: true))
    #expect(stricter.risks.map(\.kind) == [.refusesInvalid])
    let looser = SnapshotDiff(from: snapshot(required: true), to: snapshot(required: false))
    #expect(looser.risks.isEmpty && !looser.isEmpty)
  }

  @Test func ordersByGravity() {
    let severities = DiffRiskKind.allCases.map(\.severity)
    #expect(severities == severities.sorted(by: >))
  }
}
