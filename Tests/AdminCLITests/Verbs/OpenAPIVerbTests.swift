import Testing

@testable import AdminCLI

/// Import and export of OpenAPI documents.
@Suite struct OpenAPIVerbTests {
  private static let document = """
    swagger: '2.0'
    info: {title: shop, version: '1'}
    securityDefinitions:
      api_key: {type: apiKey, in: header, name: x-api-key}
    paths:
      /pets:
        get:
          security: [{api_key: []}]
          responses:
            200: {description: fine}
          x-amazon-apigateway-integration: {type: mock}
    """
  private let bench: AdminBench

  init() throws {
    bench = try AdminBench()
    bench.files["shop.yaml"] = Self.document
    bench.files["open.yaml"] = Self.document.replacing(
      "      security: [{api_key: []}]\n", with: ""
    ).replacing("200:", with: "default:")
  }

  @Test func makesAnApiAndExportsTheSame() throws {
    let id = bench.done("api", "import", "shop.yaml").firstWord
    #expect(try bench.json("api", "show", id)["version"] as? String == "1")
    #expect(try bench.json("method", "show", id, "GET", "/pets")["apiKeyRequired"] as? Bool == true)
    bench.done("deploy", "shop", "prod", "--yes")
    let exported = bench.done("api", "export", "shop", "--yaml").output
    #expect(exported.hasPrefix("openapi: \"3.0.1\"\n"))
    bench.files["again.yaml"] = exported
    let again = bench.done("api", "import", "again.yaml", "--quiet").lines[0]
    bench.done("deploy", again, "prod", "--yes")
    let second = bench.done("api", "export", again, "--yaml").output
    #expect(second.replacing(again, with: id) == exported)
  }

  @Test func readsStandardInput() throws {
    bench.input = Self.document
    #expect(try bench.json("api", "import", "-")["name"] as? String == "shop")
  }

  @Test func dryRunChangesNothing() throws {
    let lines = bench.done("api", "import", "shop.yaml", "--dry-run").lines
    #expect(lines.first == "A new API shop:")
    #expect(lines.contains("  + GET /pets"))
    #expect(try bench.items("api", "list").isEmpty)
    let json = try bench.json("api", "import", "open.yaml", "--dry-run")
    #expect(json["isNewApi"] as? Bool == true)
    #expect((json["warnings"] as? [String])?.count == 1)
    #expect((json["advice"] as? [String])?.count == 1)
    #expect(try bench.items("api", "list").isEmpty)
  }

  @Test func warnsOfWhatIsLeftOutAndOpen() throws {
    let run = bench.done("api", "import", "open.yaml")
    #expect(run.error.contains("warning: The response 'default' of resource '/pets'"))
    #expect(run.error.contains("no operation requires it, so every method is open"))
    let warnings = try bench.json("api", "import", "open.yaml")["warnings"] as? [String]
    #expect(warnings?.count == 1)
    bench.refused("api", "import", "open.yaml", "--fail-on-warnings", word: "BadRequestException")
    #expect(try bench.items("api", "list").count == 2)
  }

  @Test func bringsAnApiUpToADocument() throws {
    let id = bench.done("api", "create", "shop").firstWord
    bench.done("method", "put", "shop", "GET", "/toys", "--mock", "200:[]")
    bench.refused("api", "import", "shop.yaml", "--put", "shop", word: "confirmation")
    let merged = bench.done("api", "import", "shop.yaml", "--put", "shop", "--yes")
    #expect(merged.firstWord == id)
    #expect(merged.error.contains("  + GET /pets"))
    #expect(!merged.error.contains("/toys"))
    let plan = bench.done(
      "api", "import", "shop.yaml", "--put", "shop", "--mode", "overwrite", "--dry-run")
    #expect(plan.lines.contains("  - GET /toys"))
    #expect(bench.done("method", "list", "shop", "--quiet").lines.contains("GET /toys"))
    bench.done("api", "import", "shop.yaml", "--put", "shop", "--mode", "overwrite", "--yes")
    #expect(bench.done("method", "list", "shop", "--quiet").lines == ["GET /pets"])
    #expect(bench.done("api", "import", "shop.yaml", "--put", "shop").error.contains("nothing"))
    bench.done("undo", "--yes")
    #expect(bench.done("method", "list", "shop", "--quiet").lines.contains("GET /toys"))
  }

  @Test func asksOnATerminal() throws {
    bench.done("api", "import", "shop.yaml")
    bench.isTerminal = true
    bench.answers = ["no"]
    let asked = bench.run("api", "import", "open.yaml", "--put", "shop")
    #expect(asked.code == .refused)
    #expect(asked.error.contains("keystile: cancelled: Nothing was changed."))
    #expect(bench.done("method", "list", "shop", "--quiet").lines == ["GET /pets"])
    #expect(asked.error.contains("apiKeyRequired: true → false"))
    bench.answers = ["yes"]
    let run = bench.done("api", "import", "open.yaml", "--put", "shop")
    #expect(run.error.contains("~ GET /pets"))
  }

  @Test func saysWhereADocumentIsWrong() {
    bench.files["bad.json"] = "{\"swagger\": \"2.0\",\n \"paths\": }"
    let run = bench.refused("api", "import", "bad.json", word: "invalid-document")
    #expect(run.error.contains("bad.json: line 2, column 11: expected a value"))
    bench.files["bad.yaml"] = "openapi: 3.0.0\npaths:\n  /a:\n    get: 1"
    let other = bench.refused("api", "import", "bad.yaml", word: "invalid-document")
    #expect(other.error.contains("bad.yaml: /paths/~1a/get: expected an object, but it is 1"))
    bench.refused("api", "import", "missing.yaml", word: "unreadable")
  }

  @Test func refusesOptionsThatDoNotFit() {
    bench.refused("api", "import", "shop.yaml", "--mode", "merge", code: .usage, word: "usage")
    bench.done("api", "create", "other")
    bench.refused(
      "api", "import", "shop.yaml", "--put", "other", "--endpoint", "EDGE", code: .usage,
      word: "usage")
  }

  @Test func exportsOneOfTheStages() throws {
    bench.done("api", "import", "shop.yaml")
    bench.refused("api", "export", "shop", word: "no-stage")
    bench.done("deploy", "shop", "prod", "--yes")
    let swagger = bench.done("api", "export", "shop", "--format", "swagger").output
    #expect(swagger.hasPrefix("{\n  \"swagger\" : \"2.0\",\n"))
    #expect(swagger.contains("x-amazon-apigateway-integration"))
    let plain = bench.done("api", "export", "shop", "--extensions", "none").output
    #expect(!plain.contains("x-amazon-apigateway"))
    #expect(try bench.json("api", "export", "shop")["openapi"] as? String == "3.0.1")
    bench.refused("api", "export", "shop", "--extensions", "postman")
    bench.done("deploy", "shop", "beta", "--yes")
    bench.refused("api", "export", "shop", word: "several-stages")
    #expect(
      bench.done("api", "export", "shop", "--stage", "beta").output.contains("\"/beta\""))
    bench.refused("api", "export", "shop", "--stage", "nowhere", word: "NotFoundException")
  }
}
