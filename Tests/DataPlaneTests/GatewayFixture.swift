import DataPlane
import Enforcement
import EventLoop
import Foundation
import GatewayModel
import HTTPClient
import HTTPServer
import Synchronization
import TestSupport
import Testing

/// A gateway on a loop of its own thread, with one API, key and plan, and clients that block.
final class GatewayFixture {
  static let api = "api0000001"
  static let keyValue = "0123456789abcdefghijABCDEFGHIJ0123456789"
  static let now = Timestamp(seconds: 1_795_000_000)

  let loop: EventLoop
  let gateway: Gateway
  let server: HTTPServer
  let meters = InMemoryMeters()
  let recorder = ListRecorder()
  let port: UInt16
  private var sequence: Sequence64 = 0
  private(set) var state = GatewayState()

  init(
    methods: [(path: String, method: Method)], plan: UsagePlan? = nil,
    clientLimits: HTTPClientLimits = HTTPClientLimits()
  ) throws {
    for event in Self.events(methods: methods, plan: plan) {
      sequence += 1
      state.apply([event], sequence: sequence)
    }
    loop = try EventLoop()
    var random = SystemRandomNumberGenerator()
    gateway = try Gateway(
      loop: loop, state: state, meters: meters, recorder: recorder, clientLimits: clientLimits,
      randomNumbers: &random)
    server = HTTPServer(loop: loop, handler: gateway)
    port = try server.listen()
  }

  /// Sends raw bytes and runs the loop until one whole answer is there.
  func send(_ text: String) throws -> RawHTTPClient.Response {
    try send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) throws -> RawHTTPClient.Response {
    let isHead = bytes.starts(with: "HEAD".utf8)
    let answer = Mutex<Result<RawHTTPClient.Response, any Error>?>(nil)
    try withRunningLoop(until: { answer.withLock { $0 != nil } }) { [port] in
      let result = Result {
        let client = try RawHTTPClient(port: port)
        try client.send(bytes)
        return try client.readResponse(toHead: isHead)
      }
      answer.withLock { $0 = result }
    }
    return try #require(answer.withLock { $0 }).get()
  }

  /// Runs work on another thread, and the loop on this one until the work is done.
  func withRunningLoop(
    until isDone: () -> Bool, work: @escaping @Sendable () -> Void
  ) throws {
    let remote = loop.remote
    Thread.detachNewThread {
      work()
      remote.wakeUp()
    }
    while !isDone() { try loop.runOnce(timeout: .seconds(1)) }
  }

  func get(
    _ path: String, verb: String = "GET", key: String? = nil, host: String = "localhost",
    fields: String = ""
  ) throws -> RawHTTPClient.Response {
    let keyField = key.map { "x-api-key: \($0)\r\n" } ?? ""
    return try send("\(verb) \(path) HTTP/1.1\r\nHost: \(host)\r\n\(keyField)\(fields)\r\n")
  }

  func apply(_ events: [Event]) {
    sequence += 1
    state.apply(events, sequence: sequence)
    gateway.apply(events)
  }

  /// Freezes the API as it is now and points the stage at it.
  func deploy(_ id: DeploymentID) throws {
    let api = try #require(state.apis[Self.api])
    apply(Self.deployment(id, of: api))
  }

  /// Freezes the API with other binary media types and points the stage at it.
  func deploy(binaryMediaTypes: [String]) throws {
    var api = try #require(state.apis[Self.api]).api
    api.binaryMediaTypes = binaryMediaTypes
    apply([.put(.restApi(api))])
    try deploy("dep009")
  }

  /// Changes the stage.
  func stage(_ change: (inout Stage) -> Void) {
    guard var stage = state.apis[Self.api]?.stages["prod"] else { return }
    change(&stage)
    apply([.put(.stage(Self.api, stage))])
  }

  private static func deployment(_ id: DeploymentID, of api: ApiState) -> [Event] {
    [
      .put(.deployment(Self.api, Deployment(id: id, createdDate: now, snapshot: api.snapshot))),
      .put(
        .stage(
          Self.api,
          Stage(stageName: "prod", deploymentId: id, createdDate: now, lastUpdatedDate: now))),
    ]
  }

  private static func events(
    methods: [(path: String, method: Method)], plan: UsagePlan?
  ) -> [Event] {
    var api = ApiState(
      api: RestApi(id: Self.api, name: "shop", rootResourceId: "root000001", createdDate: now))
    var events: [Event] = [.put(.restApi(api.api))]
    for (index, (path, method)) in methods.enumerated() {
      let id = path == "/" ? "root000001" : "res\(index)"
      let resource = Resource(id: id, parentId: nil, pathPart: nil, path: path)
      api.resources[id] = resource
      api.methods[id, default: [:]][method.httpMethod] = method
      events.append(.put(.resource(Self.api, resource)))
      events.append(.put(.method(Self.api, id, method)))
    }
    events += deployment("dep001", of: api)
    var usagePlan = plan ?? UsagePlan(id: "plan01", name: "standard", createdDate: now)
    usagePlan.apiStages = [ApiStage(apiId: Self.api, stage: "prod")]
    events.append(.put(.usagePlan(usagePlan)))
    events.append(
      .put(
        .apiKey(
          ApiKey(
            id: "key0000001", value: keyValue, name: "web", enabled: true, createdDate: now,
            lastUpdatedDate: now))))
    events.append(
      .put(
        .usagePlanKey(
          UsagePlanKey(usagePlanId: usagePlan.id, keyId: "key0000001", createdDate: now))))
    return events
  }
}

extension Method {
  /// A method that a mock answers.
  static func mock(
    _ verb: String = "GET", keyRequired: Bool = false, status: Int = 200, body: String = "[]"
  ) -> Method {
    Method(
      httpMethod: verb, apiKeyRequired: keyRequired,
      methodIntegration: Integration(
        type: .mock, requestTemplates: ["application/json": "{\"statusCode\": \(status)}"],
        integrationResponses: [
          String(status): IntegrationResponse(
            statusCode: String(status), responseTemplates: ["application/json": body])
        ]))
  }

  /// A method that a backend answers.
  static func proxy(_ verb: String = "GET", _ uri: String, timeoutInMillis: Int = 5_000) -> Method {
    Method(
      httpMethod: verb,
      methodIntegration: Integration(
        type: .httpProxy, httpMethod: "ANY", uri: uri, timeoutInMillis: timeoutInMillis))
  }
}
