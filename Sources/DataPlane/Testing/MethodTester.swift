import Enforcement
public import EventLoop
public import GatewayModel
public import HTTPClient

/// Tries methods of an API as it is now, without a stage, a key or a limit.
///
/// What is tried is the gateway's own way of a request after admission: validation, mapping, backend,
/// mapping back, and the API's gateway responses where one of them ends it.
/// Source: API Gateway REST API reference, TestInvokeMethod; recorded answers.
public final class MethodTester {
  /// Tries under way at once; one more fails as a backend that cannot be reached.
  public static let transferLimit = 64
  /// What `$context.stage` says in a test.
  public static let stage = "test-invoke-stage"

  private let loop: EventLoop
  private let client: HTTPClient
  private let identifiers: RequestIdentifiers

  /// A tester on a loop.
  ///
  /// - Parameters:
  ///   - loop: Where everything happens.
  ///   - randomNumbers: Seeds the ids of requests.
  /// - Throws: `HTTPClientError` if the client for backends cannot start.
  public init(
    loop: EventLoop, randomNumbers: inout some RandomNumberGenerator
  ) throws(HTTPClientError) {
    self.loop = loop
    var limits = HTTPClientLimits()
    limits.transfers = Self.transferLimit
    client = try HTTPClient(loop: loop, limits: limits)
    identifiers = RequestIdentifiers(
      seed: (
        randomNumbers.next(), randomNumbers.next(), randomNumbers.next(), randomNumbers.next() | 1
      ))
  }

  /// Tries a method.
  ///
  /// - Parameters:
  ///   - call: The request.
  ///   - api: The API as it is.
  ///   - completion: Called once, on the loop, at once or later.
  /// - Throws: `notFound` for a resource or a method that is not there.
  /// - Complexity: linear in the size of the API.
  public func test(
    _ call: MethodTestCall, of api: ApiState,
    completion: @escaping (MethodTestResult) -> Void
  ) throws(CommandError) {
    guard let resource = api.resources[call.resourceId] else {
      throw CommandError(.notFound, "Invalid Resource identifier specified")
    }
    guard let method = api.methods[resource.id]?[call.httpMethod] else {
      throw CommandError(.notFound, "Invalid Method identifier specified")
    }
    let snapshot = api.snapshot
    let request = self.request(call, resource, CompiledDeployment(id: "", snapshot: snapshot), api)
    let log = ExecutionLog(requestId: request.requestId) { [loop] in
      Timestamp(microseconds: loop.clock.wallNanoseconds() / 1_000)
    }
    log.noteBeginning(of: request)
    let start = loop.clock.monotonicNanoseconds()
    let ready = BufferedMethod(method, in: snapshot)
    MethodRun(ready, request, client: client, loop: loop, log: log) { [loop] result in
      let answer = Self.answer(
        result, to: request, responses: snapshot.gatewayResponses, log)
      let latency = (loop.clock.monotonicNanoseconds() - start) / 1_000_000
      completion(
        MethodTestResult(
          status: answer.status,
          headers: answer.headers.map { MethodTestResult.Field($0.name, $0.value) },
          body: String(decoding: answer.body, as: UTF8.self), log: log.text,
          latencyMilliseconds: Int(latency)))
    }.start()
  }

  private static func answer(
    _ result: Result<MethodAnswer, GatewayFailure>, to request: MethodRequest,
    responses: [GatewayResponse], _ log: ExecutionLog
  ) -> MethodAnswer {
    switch result {
    case .success(let answer):
      log.note("Method response body after transformations", body: answer.body)
      log.note("Method response headers", RequestFields(answer.headers, isCaseSensitive: false))
      log.note("Successfully completed execution")
      log.note("Method completed with status: \(answer.status)")
      return answer
    case .failure(let failure):
      log.note(failure.reason)
      let answer = failure.answer(to: request, among: responses)
      log.note("Method completed with status: \(answer.status)")
      return answer
    }
  }

  private func request(
    _ call: MethodTestCall, _ resource: Resource, _ deployment: CompiledDeployment,
    _ api: ApiState
  ) -> MethodRequest {
    identifiers.advance()
    let given = call.pathWithQueryString ?? ""
    let text = given.isEmpty ? resource.path : given
    let path = text.prefix { $0 != "?" }
    let query = text.dropFirst(path.count).dropFirst()
    let fields = call.headers.sorted { $0.key < $1.key }
      .flatMap { name, values in values.map { (name: name, value: $0) } }
    let verb = call.httpMethod == "ANY" ? "GET" : call.httpMethod
    return MethodRequest(
      apiId: api.api.id, stage: Self.stage, deploymentId: "",
      stageVariables: call.stageVariables, resourceId: resource.id, resourcePath: resource.path,
      httpMethod: verb, path: String(path),
      pathParameters: given.isEmpty
        ? Self.placeholders(of: resource.path)
        : Self.parameters(of: resource, in: String(path), verb: verb, deployment),
      rawQuery: String(query), query: RequestFields(query: query),
      headers: RequestFields(fields, isCaseSensitive: false), body: Array(call.body.utf8),
      requestId: RequestIdentifierText.text(identifiers.words), sourceIp: Self.stage,
      domainName: "testPrefix.testDomainName",
      time: Timestamp(microseconds: loop.clock.wallNanoseconds() / 1_000))
  }

  /// The parameters of a path that fits the resource; none of one that does not.
  private static func parameters(
    of resource: Resource, in path: String, verb: String, _ deployment: CompiledDeployment
  ) -> RequestFields {
    PathCanonicalizer.withCanonicalPath(of: path) { canonical in
      guard canonical.refusal == nil,
        case .method(let index) = deployment.routes.match(canonical, verb: HTTPVerb(name: verb)),
        deployment.routes.methods[index].resourceId == resource.id
      else { return RequestFields() }
      return MethodRequest.parameters(of: deployment.routes.methods[index], in: path)
    }
  }

  /// What the parameters are where no path was given: their own places.
  private static func placeholders(of path: String) -> RequestFields {
    RequestFields(
      path.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map { part in
        let name = part.dropFirst().dropLast()
        return (String(name.hasSuffix("+") ? name.dropLast() : name), String(part))
      })
  }
}

extension ExecutionLog {
  /// The lines every request begins with.
  fileprivate func noteBeginning(of request: MethodRequest) {
    note("Starting execution for request: \(request.requestId)")
    note("HTTP Method: \(request.httpMethod), Resource Path: \(request.path)")
    note("Method request path", request.pathParameters)
    note("Method request query string", request.query)
    note("Method request headers", request.headers)
    note("Method request body before transformations", body: request.body)
  }
}
