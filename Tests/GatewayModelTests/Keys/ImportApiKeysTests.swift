import Testing

@testable import GatewayModel

@Suite struct ImportApiKeysTests {
  private let value = { (letter: Character) in String(repeating: letter, count: 30) }

  private static let texts: [(text: String, records: [[String]])] = [
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a", [["a"]]),
    ("\"a,\"\"b\"\"\nc\",d", [["a,\"b\"\nc", "d"]]),
    ("a,,\n,", [["a", "", ""], ["", ""]]),
    ("a, \"b\" ,c", [["a", "b", "c"]]),
    ("it's,'x", [["it's", "'x"]]),
    ("a\n\nb", [["a"], [""], ["b"]]),
    ("\"\"", [[""]]), ("a,", [["a", ""]]), ("a\rb\r", [["a"], ["b"]]),
    ("\"\"\"\"\"\"", [["\"\""]]), ("\"ü\",ü", [["ü", "ü"]]), ("a\"b", [["a\"b"]]),
  ]

  @Test(arguments: texts)
  func readsRecords(text: String, records: [[String]]) throws {
    var reader = CSVReader(text)
    var found: [[String]] = []
    while let record = try reader.next() { found.append(record.cells) }
    #expect(found == records)
  }

  @Test func readsApostrophesInTheirColumn() throws {
    var reader = CSVReader("'a,b','c,d'\n")
    #expect(try reader.next(apostropheColumn: 0)?.cells == ["a,b", "'c", "d'"])
  }

  @Test(arguments: ["\"a", "\"a\"b,c"])
  func refusesOpenQuotes(text: String) {
    var reader = CSVReader("x\n" + text)
    #expect(throws: CSVReader.Malformed.self) { while try reader.next() != nil {} }
    var bench = Workbench()
    let error = bench.refusal(.importApiKeys(.init(body: "Name,Key\n" + text)))
    #expect(error?.code == .badRequest && error?.field == "body")
    #expect(error?.message.contains("Line 2") == true)
  }

  @Test func takesAsManyRowsAsAnAccountHasKeys() throws {
    let limit = ApiKeyFile.rowLimit
    let lines = String(repeating: "\n\r\n", count: 2 * limit)
    let rows = String(repeating: "x,short\n", count: limit)
    let file = try ApiKeyFile("Name,Key\n" + lines + rows + lines)
    #expect(file.rows.isEmpty && file.warnings.count == limit)
    #expect(file.warnings.first?.hasPrefix("Line \(4 * limit + 2) ") == true)
    for row in ["x,short", "web,\(value("a"))", "\"\""] {
      var bench = Workbench()
      let error = bench.refusal(.importApiKeys(.init(body: "Name,Key\n" + rows + row)))
      #expect(error?.code == .badRequest && error?.field == "body")
      #expect(error?.message.contains("\(limit) rows") == true)
    }
  }

  @Test func refusesARowWithoutEnd() {
    var bench = Workbench()
    for header in ["Name,Key", "Name,Key" + String(repeating: ",", count: CSVReader.cellLimit)] {
      let row = String(repeating: ",", count: CSVReader.cellLimit)
      let error = bench.refusal(.importApiKeys(.init(body: "\(header)\n\(row)")))
      #expect(error?.code == .badRequest)
      #expect(error?.message.contains("\(CSVReader.cellLimit) cells") == true)
    }
  }

  @Test func makesKeysInTheOrderOfTheFile() throws {
    var bench = Workbench()
    let plan = try bench.addPlan("pro")
    let other = try bench.addPlan("free")
    let body = """
      enabled,NAME, Key ,description,other,UsagePlanIds\r
      FALSE ,web,\(value("a")),first,x,"\(plan), \(other)"\r
      ,batch,\(value("b")),,,'\(plan),\(other)'\r
      true,mobile,\(value("c"))
      """
    let decision = try bench.run(.importApiKeys(.init(body: body)))
    let keys = decision.subjects.compactMap { subject -> ApiKey? in
      guard case .apiKey(let id) = subject else { return nil }
      return bench.state.keys[id]
    }
    #expect(keys.map(\.name) == ["web", "batch", "mobile"])
    #expect(keys.map(\.enabled) == [false, true, true])
    #expect(keys.map(\.description) == ["first", nil, nil])
    #expect(keys.map(\.value) == [value("a"), value("b"), value("c")])
    #expect(bench.state.planIdsByKey[keys[0].id] == [plan, other].sorted())
    #expect(bench.state.planIdsByKey[keys[1].id] == [plan, other].sorted())
    #expect(decision.warnings.isEmpty)
    try bench.state.checkInvariants()
  }

  @Test func overwritesWhatItsColumnsSay() throws {
    var bench = Workbench()
    let id = try bench.addKey("old", value: value("a"))
    try bench.run(
      .updateApiKey(
        .init(
          apiKey: id,
          patchOperations: [
            .replace("/description", "kept"), .replace("/enabled", "false"),
          ])))
    let first = try bench.run(
      .importApiKeys(.init(body: "Name,Key\nnew,\(value("a"))\n")))
    #expect(first.subjects == [.apiKey(id)])
    #expect(bench.state.keys[id]?.name == "new" && bench.state.keys[id]?.description == "kept")
    #expect(bench.state.keys[id]?.enabled == false && bench.state.keys.count == 1)
    let second = try bench.run(
      .importApiKeys(
        .init(body: "Name,Key,Description,Enabled\nx,\(value("a")),,\nlast,\(value("a")),,\n")))
    #expect(bench.state.keys[id]?.name == "last" && bench.state.keys[id]?.description == nil)
    #expect(bench.state.keys[id]?.enabled == true)
    #expect(second.subjects == [.apiKey(id)])
    #expect(second.warnings == ["Line 3 overwrites an earlier line with the same key"])
    let again = try bench.run(
      .importApiKeys(.init(body: "Name,Key\nlast,\(value("a"))")))
    #expect(again.events.isEmpty)
  }

  @Test(arguments: [
    ("web,short", "API Key value should be at least 20 characters"),
    (",\(String(repeating: "k", count: 30))", "the name is missing"),
    ("web,\(String(repeating: "k", count: 30)),,maybe", "Enabled must be true or false"),
    ("web,\(String(repeating: "k", count: 30)),,,,extra", "more cells"),
    ("web,\(String(repeating: "k", count: 25))", "fewer than 30"),
    ("web,\(String(repeating: "k", count: 30)),,,nope", "plan 'nope'"),
  ])
  func warnsOrFails(row: String, text: String) throws {
    var bench = Workbench()
    let body = "Name,Key,Description,Enabled,UsagePlanIds\n\(row)\ngood,\(value("g"))\n"
    let strict = bench.refusal(.importApiKeys(.init(body: body, failOnWarnings: true)))
    #expect(strict?.code == .badRequest && strict?.message.contains(text) == true)
    let decision = try bench.run(.importApiKeys(.init(body: body)))
    #expect(decision.warnings.count == 1)
    #expect(decision.warnings.first?.contains("Line 2") == true)
    #expect(decision.warnings.first?.contains(text) == true)
    #expect(bench.state.keyIdByValue[value("g")] != nil)
  }

  @Test(arguments: [
    "", "\n", "Name,Description", "Name,Key,Name", "web,\(String(repeating: "k", count: 30))",
  ])
  func refusesFilesWithoutColumns(body: String) {
    var bench = Workbench()
    let error = bench.refusal(.importApiKeys(.init(body: body)))
    #expect(error?.code == .badRequest)
    #expect(error?.message.contains("Name and Key") == true)
  }

  @Test func refusesOtherFormatsAndTooMuch() throws {
    var bench = Workbench()
    #expect(
      bench.refusal(.importApiKeys(.init(body: "Name,Key", format: "json")))?.message
        == "1 validation error detected: Value 'json' at 'format' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [csv]")
    let long = String(repeating: "x", count: ApiKeyFile.bodyLimitBytes + 1)
    #expect(bench.refusal(.importApiKeys(.init(body: long)))?.message.contains("longer") == true)
    bench.limits.apiKeys = 1
    let two = "Name,Key\na,\(value("a"))\nb,\(value("b"))"
    #expect(bench.refusal(.importApiKeys(.init(body: two)))?.code == .limitExceeded)
    let one = "Name,Key\na,\(value("a"))\n"
    #expect(try bench.run(.importApiKeys(.init(body: one))).subjects.count == 1)
  }

  @Test func warnsOfPlansThatShareAStage() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let first = try bench.addPlan("first", stages: [.shopProd])
    let second = try bench.addPlan("second", stages: [.shopProd])
    let decision = try bench.run(
      .importApiKeys(
        .init(body: "Name,Key,UsagePlanIds\nweb,\(value("a")),\"\(first),\(second),\(first)\"")))
    #expect(decision.warnings.count == 1)
    #expect(bench.state.planKeys[first]?.count == 1 && bench.state.planKeys[second] == nil)
    try bench.state.checkInvariants()
  }
}
