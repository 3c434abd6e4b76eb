import Testing

@testable import AdminCLI

/// APIs, paths and methods.
@Suite struct ApiVerbTests {
  private let bench: AdminBench

  init() throws { bench = try AdminBench() }

  @Test func makesShowsChangesAndDeletesAnApi() throws {
    let id = bench.done("api", "create", "shop", "--quiet").output.dropLast()
    #expect(bench.done("api", "list", "--quiet").lines == [String(id)])
    #expect(bench.done("api", "list").lines.last?.hasPrefix("\(id)  shop") == true)
    #expect(try bench.items("api", "list").map { $0["id"] as? String } == [String(id)])
    let changed = try bench.json("api", "set", "shop", "--key-source", "AUTHORIZER")
    #expect(changed["apiKeySource"] as? String == "AUTHORIZER")
    #expect(try bench.json("api", "show", String(id))["name"] as? String == "shop")
    #expect(bench.done("api", "show", "shop").output.contains("AUTHORIZER"))
    bench.refused("api", "set", "shop", code: .usage, word: "usage")
    #expect(try bench.json("api", "delete", "shop", "--yes").isEmpty)
    #expect(bench.done("api", "list").output.isEmpty)
    #expect(try bench.items("api", "list").isEmpty)
  }

  @Test func printsTheIdOfWhatItMakesFirst() throws {
    let id = bench.done("api", "create", "shop").firstWord
    #expect(try bench.json("api", "show", id)["id"] as? String == id)
    #expect(try bench.json("api", "create", "other")["name"] as? String == "other")
  }

  @Test func makesPathsWithThoseAboveThem() throws {
    bench.done("api", "create", "shop")
    let made = try bench.json("resource", "create", "shop", "/pets/{id}/toys")
    #expect(made["path"] as? String == "/pets/{id}/toys")
    let paths = try bench.items("resource", "list", "shop").map { $0["path"] as? String }
    #expect(paths == ["/", "/pets", "/pets/{id}", "/pets/{id}/toys"])
    #expect(bench.done("resource", "list", "shop", "--quiet").lines.count == 4)
    #expect(try bench.json("resource", "delete", "shop", "/pets/{id}", "--yes").isEmpty)
    #expect(try bench.items("resource", "list", "shop").count == 2)
    bench.refused("resource", "delete", "shop", "/nothing", "--yes", word: "NotFoundException")
    bench.refused("resource", "create", "shop", "/bad path{")
  }

  @Test func putsShowsAndDeletesMethods() throws {
    bench.done("api", "create", "shop")
    let made = try bench.json(
      "method", "put", "shop", "get", "/pets", "--require-key", "--mock", "404:{\"a\": 1}")
    #expect(made["httpMethod"] as? String == "GET")
    #expect(made["apiKeyRequired"] as? Bool == true)
    bench.done("method", "put", "shop", "ANY", "/{proxy+}", "--proxy", "http://h:1/{proxy}")
    #expect(bench.done("method", "list", "shop", "--quiet").lines.contains("GET /pets"))
    #expect(bench.done("method", "list", "shop").output.contains("http://h:1/{proxy}"))
    let listed = try bench.items("method", "list", "shop")
    #expect(listed.contains { ($0["resourceMethods"] as? [String: Any])?["GET"] != nil })
    #expect(bench.done("method", "show", "shop", "GET", "/pets").output.contains("MOCK"))
    let off = try bench.json("method", "require-key", "shop", "GET", "/pets", "off")
    #expect(off["apiKeyRequired"] as? Bool == false)
    #expect(bench.done("method", "put", "shop", "GET", "/pets").output.contains("unchanged"))
    #expect(try bench.json("method", "delete", "shop", "GET", "/pets", "--yes").isEmpty)
    bench.refused("method", "show", "shop", "GET", "/pets", word: "NotFoundException")
  }

  @Test func putKeepsWhatIsNotNamed() throws {
    bench.done("api", "create", "shop")
    bench.done("method", "put", "shop", "GET", "pets", "--require-key", "--proxy", "http://h:1/a")
    let bare = try bench.json("method", "put", "shop", "GET", "/pets")
    #expect(bare["apiKeyRequired"] as? Bool == true)
    #expect((bare["methodIntegration"] as? [String: Any])?["type"] as? String == "HTTP_PROXY")
    let mocked = bench.done("method", "put", "shop", "GET", "/pets", "--mock", "201:{}")
    #expect(mocked.output.contains("backend http://h:1/a → MOCK 201"), "\(mocked.output)")
    #expect(mocked.output.contains("key required yes, as before"), "\(mocked.output)")
    bench.done("method", "put", "shop", "GET", "/pets", "--mock", "202:{}")
    let proxied = bench.done("method", "put", "shop", "GET", "/pets", "--proxy", "http://h/{id}")
    #expect(proxied.output.contains("MOCK 202 → http://h/{id}"), "\(proxied.output)")
    bench.done("method", "require-key", "shop", "GET", "pets", "off")
    let keyed = bench.done("method", "put", "shop", "GET", "/pets", "--require-key")
    #expect(keyed.output.contains("key required no → yes"), "\(keyed.output)")
    #expect(bench.done("method", "show", "shop", "GET", "/pets").output.contains("http://h/{id}"))
  }

  @Test func saysWhatAPathIs() throws {
    bench.done("api", "create", "shop")
    let odd = bench.refused("method", "put", "shop", "GET", "/a b", word: "BadRequestException")
    #expect(odd.error.contains("between the slashes"), "\(odd.error)")
    bench.done("method", "put", "shop", "GET", "pets2", "--mock", "200")
    #expect(bench.done("method", "list", "shop", "--quiet").lines == ["GET /pets2"])
  }

  @Test(arguments: [
    ["--mock", "99"], ["--mock", "600"], ["--mock", "abc"],
    ["--mock", "200", "--proxy", "http://h"],
  ])
  func refusesBackendsThatMeanNothing(options: [String]) {
    bench.done("api", "create", "shop")
    let run = bench.run(["method", "put", "shop", "GET", "/pets"] + options)
    #expect(run.code == .usage, "\(run.error)")
  }

  @Test func leavesEverythingAsItWasWhenABackendIsRefused() throws {
    bench.done("api", "create", "shop")
    bench.refused("method", "put", "shop", "GET", "/pets", "--proxy", "ftp://h")
    bench.refused("method", "put", "shop", "FETCH", "/pets")
    #expect(try bench.items("resource", "list", "shop").count == 1)
  }
}
