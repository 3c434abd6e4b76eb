import GatewayModel
import TestSupport
import Testing
import Workspace

@testable import ControlPlane

@Suite("Import, put and export of OpenAPI documents")
struct OpenAPIOperationTests {
  private static let document = """
    swagger: '2.0'
    info: {title: shop, version: '1.0', description: toys}
    basePath: /v1/toys
    x-amazon-apigateway-binary-media-types: [image/png]
    paths:
      /pets:
        get:
          responses:
            200: {description: fine}
            default: {description: ignored}
          x-amazon-apigateway-integration: {type: mock}
    """
  private let directory: TemporaryDirectory
  private let store: ControlPlaneStore

  init() throws {
    directory = try TemporaryDirectory()
    store = ControlPlaneStore(
      workspace: try Workspace.open(at: directory.path + "/workspace"),
      environment: ControlPlaneEnvironment(
        now: { Timestamp(seconds: 1_790_000_000) }, log: { _ in }))
  }

  private func request(
    _ members: [(String, JSONValue)] = [], query: [String: String] = [:], body: String = "",
    accept: String? = nil
  ) -> OperationRequest {
    let parameters = JSONValue.object(JSONObject(sorting: query.mapValues(JSONValue.string)))
    return OperationRequest(
      input: JSONObject(members + [("parameters", parameters)]), rawBody: Array(body.utf8),
      contentType: nil, accept: accept, principal: Principal(actor: Actor("tests")))
  }

  private func answer(
    _ name: String, _ request: OperationRequest
  ) throws -> OperationAnswer {
    let operation = try #require(OperationTable.all.first { $0.name == name })
    switch operation.handler {
    case .read(let read): return try read(request, store)
    case .write(let command, let answer):
      return try write(command(request, store), answer, request)
    case .importing(let command, let answer):
      return try write(command(request), answer, request)
    case .impossible, .deferred: throw CommandError(.notImplemented, "later or never")
    }
  }

  private func write(
    _ command: Command, _ answer: (WriteOutcome) throws(CommandError) -> OperationAnswer,
    _ request: OperationRequest
  ) throws -> OperationAnswer {
    let receipt = try store.submit(command, actor: request.principal.actor)
    return try answer(
      WriteOutcome(
        request: request, store: store, subjects: receipt.subjects, warnings: receipt.warnings))
  }

  private func json(_ name: String, _ request: OperationRequest) throws -> JSONObject {
    guard case .json(.object(let object)) = try answer(name, request).content else {
      throw CommandError(.serialization, "no object")
    }
    return object
  }

  private func imported(_ query: [String: String] = [:]) throws -> JSONObject {
    try json("ImportRestApi", request(query: query, body: Self.document))
  }

  private func id(_ api: JSONObject) throws -> String {
    guard case .string(let id)? = api["id"] else { throw CommandError(.notFound, "no id") }
    return id
  }

  private func refusal(_ name: String, _ request: OperationRequest) -> CommandError? {
    do {
      _ = try answer(name, request)
      return nil
    } catch SubmitError.refused(let error) {
      return error
    } catch {
      return error as? CommandError
    }
  }

  @Test("An import answers as a create does, with what was left out")
  func imports() throws {
    let api = try imported(["endpointConfigurationTypes": "REGIONAL", "basepath": "prepend"])
    #expect(api["name"] == "shop")
    #expect(api["version"] == "1.0")
    #expect(api["description"] == "toys")
    #expect(api["binaryMediaTypes"] == ["image/png"])
    #expect(api["tags"] == nil)
    let warning =
      "The response 'default' of resource '/pets' and method 'GET' was ignored; only single status "
      + "codes can be declared"
    #expect(api["warnings"] == .array([.string(warning)]))
    let state = try #require(store.state.apis[try id(api)])
    #expect(state.api.endpointConfiguration.types == ["REGIONAL"])
    #expect(state.listedResources.map(\.path).contains("/v1/toys/pets"))
  }

  @Test("A body that is neither JSON nor YAML is refused in the recorded words")
  func refuses() throws {
    let id = try id(imported())
    let bad = refusal("ImportRestApi", request(body: "{"))
    #expect(bad?.code == .badRequest)
    #expect(bad?.message == "Invalid OpenAPI input.")
    let unfinished = request([("restApiId", .string(id))], body: "a: [")
    #expect(refusal("PutRestApi", unfinished)?.message == "Invalid OpenAPI input.")
    let warned = refusal(
      "ImportRestApi", request([("failOnWarnings", true)], body: Self.document))
    #expect(warned?.message.hasPrefix("Warnings found during import:\n\t") == true)
    #expect(store.state.apis.count == 1)
  }

  @Test("A put answers as a get does and keeps the root")
  func puts() throws {
    let before = try imported()
    let put = request(
      [("restApiId", .string(try id(before))), ("mode", "overwrite")],
      body: "openapi: 3.0.0\ninfo: {title: renamed}")
    let api = try json("PutRestApi", put)
    #expect(api["name"] == "renamed")
    #expect(api["version"] == nil)
    #expect(api["binaryMediaTypes"] == nil)
    #expect(api["tags"] == [:])
    #expect(api["rootResourceId"] == before["rootResourceId"])
    #expect(store.state.apis[try id(api)]?.listedResources.map(\.path) == ["/"])
  }

  @Test("An export is a file")
  func exports() throws {
    let id = try id(imported())
    _ = try store.submit(
      .createDeployment(.init(restApiId: id, stageName: "prod")), actor: Actor("tests"))
    func export(
      _ type: String, stage: String = "prod", _ query: [String: String] = [:],
      accept: String? = "application/json"
    ) -> OperationRequest {
      request(
        [
          ("restApiId", .string(id)), ("stageName", .string(stage)), ("exportType", .string(type)),
        ], query: query, accept: accept)
    }
    let swagger = try answer("GetExport", export("swagger"))
    #expect(swagger.headers.first?.name == "Content-Disposition")
    #expect(swagger.headers.first?.value == "attachment; filename=\"swagger_1.0.json\"")
    guard case .bytes(let bytes, let type) = swagger.content else {
      Issue.record("no bytes")
      return
    }
    #expect(type == "application/octet-stream")
    let document = try JSONValue(reading: bytes)
    guard case .object(let object) = document else {
      Issue.record("no object")
      return
    }
    #expect(object["host"] == .string("\(id).execute-api.us-east-1.amazonaws.com"))
    #expect(object["basePath"] == "/prod")
    #expect(!document.text.contains("x-amazon-apigateway"))
    let yaml = try answer(
      "GetExport", export("oas30", ["extensions": "integrations"], accept: "application/yaml"))
    #expect(yaml.headers.first?.value == "attachment; filename=\"oas30_1.0.yaml\"")
    guard case .bytes(let text, _) = yaml.content else { return }
    #expect(String(decoding: text, as: UTF8.self).contains("x-amazon-apigateway-integration:"))
    #expect(refusal("GetExport", export("raml"))?.code == .badRequest)
    #expect(refusal("GetExport", export("oas30", stage: "none"))?.code == .notFound)
    #expect(
      refusal("GetExport", export("oas30", ["extensions": "postman"]))?.code == .notImplemented)
  }

  @Test("A version cannot break the header field it stands in")
  func namesFiles() throws {
    let document =
      "openapi: 3.0.0\ninfo: {title: x, version: \"1\\r\\nSet-Cookie: a=\\\"b\\\"\"}"
      + "\npaths: {/: {get: {x-amazon-apigateway-integration: {type: mock}}}}"
    let id = try id(json("ImportRestApi", request(body: document)))
    _ = try store.submit(
      .createDeployment(.init(restApiId: id, stageName: "prod")), actor: Actor("tests"))
    let answer = try answer(
      "GetExport",
      request([
        ("restApiId", .string(id)), ("stageName", "prod"), ("exportType", "oas30"),
      ]))
    let value = try #require(answer.headers.first?.value)
    #expect(value.hasPrefix("attachment; filename=\"oas30_1_"))
    #expect(value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    #expect(value.count { $0 == "\"" } == 2)
  }
}
