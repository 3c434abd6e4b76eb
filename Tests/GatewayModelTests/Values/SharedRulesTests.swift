import GatewayModel
import Testing

@Suite struct SharedRulesTests {
  private func refusal(_ check: () throws(CommandError) -> Void) -> CommandError? {
    do throws(CommandError) {
      try check()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("pets", true), ("{id}", true), ("{proxy+}", true), ("a.b_c-d:e", true), ("", false),
    ("{}", false), ("{+}", false), ("a/b", false), ("a b", false), ("{id", false), ("é", false),
    ("x{id}", false),
  ])
  func judgesPathParts(pathPart: String, isGood: Bool) {
    let error = refusal { () throws(CommandError) in
      try ResourceRules.check(pathPart: pathPart)
    }
    #expect((error == nil) == isGood)
    #expect(error == nil || error?.field == "pathPart" && error?.remedy != nil)
  }

  @Test func knowsVariables() {
    #expect(ResourceRules.variableName(of: "{proxy+}") == "proxy")
    #expect(ResourceRules.variableName(of: "{id}") == "id")
    #expect(ResourceRules.variableName(of: "id") == nil)
    #expect(ResourceRules.isGreedy("{proxy+}") && !ResourceRules.isGreedy("{id}"))
    #expect(!ResourceRules.isGreedy("a+"))
  }

  @Test(arguments: [
    ("prod", true), ("v1_2-x", true), ("", false), ("a.b", false), ("a/b", false),
    (String(repeating: "s", count: 128), true), (String(repeating: "s", count: 129), false),
  ])
  func judgesStageNames(name: String, isGood: Bool) {
    #expect(
      (refusal { () throws(CommandError) in try StageRules.check(name: name) } == nil) == isGood)
  }

  @Test(arguments: [
    ([:], true), (["a_1": "http://x/?a=b&c,d#~"], true), (["a-b": "x"], false),
    (["a": ""], false), (["a": "b c"], false), (["": "x"], false),
    ([String(repeating: "n", count: 65): "x"], false),
    (["n": String(repeating: "v", count: 513)], false),
    (Dictionary(uniqueKeysWithValues: (0...100).map { ("v\($0)", "x") }), false),
  ])
  func judgesStageVariables(variables: [String: String], isGood: Bool) {
    let error = refusal { () throws(CommandError) in try StageRules.check(variables: variables) }
    #expect((error == nil) == isGood)
  }

  @Test(arguments: [
    ([:], true), (["team": ""], true), (["": "x"], false), (["aws:x": "y"], false),
    (["AWS:x": "y"], false), ([String(repeating: "k", count: 128): "v"], true),
    ([String(repeating: "k", count: 129): "v"], false),
    (["k": String(repeating: "v", count: 257)], false),
    (Dictionary(uniqueKeysWithValues: (1...50).map { ("t\($0)", "x") }), true),
    (Dictionary(uniqueKeysWithValues: (0...50).map { ("t\($0)", "x") }), false),
  ])
  func judgesTags(tags: [String: String], isGood: Bool) {
    #expect((refusal { () throws(CommandError) in try TagRules.check(tags) } == nil) == isGood)
  }

  @Test(arguments: [
    ("http://localhost:8080", true), ("HTTPS://example.com/{proxy}", true),
    ("http://${stageVariables.host}/x", true), ("ftp://x", false), ("http://", false),
    ("http:///x", false), ("http://a b", false), ("example.com", false), ("", false),
  ])
  func judgesEndpoints(endpoint: String, isGood: Bool) {
    let error = refusal { () throws(CommandError) in try MethodRules.check(endpoint: endpoint) }
    #expect((error == nil) == isGood)
    #expect(error == nil || error?.message == "Invalid HTTP endpoint specified for URI")
  }

  @Test(arguments: [
    ("http://localhost", nil), ("http://[::1]:8080/x", nil), ("http://h:65535?a:b", nil),
    ("http://h:${stageVariables.port}/x", nil), ("http://ann:secret@h/x:y", nil),
    ("http://ann:secret@h:80", nil), ("http://h:/x", "An empty text is no port"),
    ("http://h:0", "0 is no port"), ("http://h:65536/", "65536 is no port"),
    ("http://h:+80", "+80 is no port"), ("http://ann:secret@h:a", "a is no port"),
    ("ftp://h:80", "Invalid HTTP endpoint specified for URI"),
  ])
  func judgesBackendAddresses(address: String, message: String?) {
    let error = refusal { () throws(CommandError) in
      try MethodRules.check(backendAddress: address)
    }
    #expect(error?.message == message)
    // A form judges as the command line does.
    let field = FieldCatalog.integration.first { $0.name == "uri" }
    #expect(field?.validate(address) == error)
  }

  @Test func judgesVerbsAndTimeouts() {
    #expect(
      refusal { () throws(CommandError) in try MethodRules.check(httpMethod: "WRONG") }?.message
        == "Invalid HttpMethod specified. "
        + "Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY")
    #expect(refusal { () throws(CommandError) in try MethodRules.check(httpMethod: "ANY") } == nil)
    for (timeout, isGood) in [(49, false), (50, true), (29_000, true), (29_001, false)] {
      let error = refusal { () throws(CommandError) in
        try MethodRules.check(timeoutInMillis: timeout)
      }
      #expect((error == nil) == isGood)
    }
  }
}
