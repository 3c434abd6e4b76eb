import GatewayModel
import OpenAPI
import Testing

/// Documents that must be refused, each with its place.
@Suite struct MalformedDocumentTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var document: String
    var message: String

    var testDescription: String { message }

    init(_ document: String, _ message: String) {
      self.document = document
      self.message = message
    }
  }

  private func message(_ bytes: [UInt8]) -> String {
    do throws(DocumentError) {
      _ = try OpenAPIImport.definition(of: bytes)
      return "accepted"
    } catch {
      #expect(error.refusal.code == .badRequest)
      #expect(error.refusal.message == "Invalid OpenAPI input.")
      return error.message
    }
  }

  private func message(_ text: String) -> String { message(Array(text.utf8)) }

  static let json = [
    Case(#"{"a": 1, "a": 2}"#, #"line 1, column 10: the name "a" stands twice in one object"#),
    Case("{\n  \"a\": NaN}", "line 2, column 8: expected a value"),
    Case("{\"a\": 01}", "line 1, column 8: expected a comma or the end of the object"),
    Case("{\"a\": 1e999}", "line 1, column 7: the number is too large"),
    Case("{\"a\": 1,}", "line 1, column 9: expected a name in quotes"),
    Case("[1, 2", "line 1, column 6: expected a comma or the end of the list, but the text ends"),
    Case("{\"ü\" 1}", "line 1, column 6: expected a colon"),
    Case("{} {}", "line 1, column 4: expected one value, and nothing after it"),
    Case(
      "{\"a\": \"x\ny\"}",
      "line 1, column 9: a control character, which must be written as an escape"),
    Case(#"{"a": "\q"}"#, "line 1, column 8: an unknown escape"),
    Case(#"{"a": "\ud800"}"#, "line 1, column 8: half a surrogate pair"),
    Case(#"{"a": "\u12x4"}"#, "line 1, column 10: expected four hexadecimal digits"),
    Case("", "the document is empty"),
    Case(" \n\t ", "the document is empty"),
  ]

  static let yaml = [
    Case("a: 1\na: 2", #"line 2, column 1: the name "a" stands twice in one object"#),
    Case("a: [1, 2", "line 2, column 1: did not find expected ',' or ']'"),
    Case("a: b: c", "line 1, column 5: mapping values are not allowed in this context"),
    Case("a: *b", "line 1, column 4: the alias *b refers to itself or to nothing before it"),
    Case(
      "a: &a\n  b: *a",
      "line 2, column 6: the alias *a refers to itself or to nothing before it"),
    Case(
      "a: !Sub '${x}'",
      "line 1, column 4: the tag !Sub is not allowed; give the value itself, as plain YAML"),
    Case(
      "a: !!python/object/apply:os.system [true]",
      "line 1, column 4: the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed; "
        + "give the value itself, as plain YAML"),
    Case("a: !!int x", "line 1, column 4: this is no int"),
    Case("? [a]\n: b", "line 1, column 3: a name must be a text"),
    Case("<<: 5", "line 1, column 5: << takes an object or a list of objects"),
    Case("a: 1\n---\nb: 2", "line 2, column 1: a second document in one file"),
    Case("\ta: 1", "line 1, column 1: found character that cannot start any token"),
    Case("a: \u{7}", "line 1, column 4: control characters are not allowed"),
    Case("# nothing", "the document is empty"),
  ]

  static let meaning = [
    Case("[]", "/: expected an object, but it is a list"),
    Case("just text", "/: expected an object, but it is a text"),
    Case("a: 1", "/: neither \"swagger\" nor \"openapi\" says what the document is"),
    Case("openapi: 3.1.0", "/openapi: version 3.1.0 is not known; 3.0 is"),
    Case("swagger: 1.2", "/swagger: version 1.2 is not known; 2.0 is"),
    Case("swagger: '2.0'\ninfo: 7", "/info: expected an object, but it is 7"),
    Case("swagger: '2.0'\npaths:\n  pets: {}", "/paths/pets: a path begins with a slash"),
    Case(
      "swagger: '2.0'\npaths:\n  /a/b:\n    get: []",
      "/paths/~1a~1b/get: expected an object, but it is a list"),
    Case(
      "swagger: '2.0'\npaths:\n  /a:\n    get:\n      parameters: [{in: query}]",
      "/paths/~1a/get/parameters/0: \"name\" is missing"),
    Case(
      "swagger: '2.0'\npaths:\n  /a:\n    $ref: other.yaml#/a",
      "/paths/~1a/$ref: the reference other.yaml#/a leaves the document; references to files and "
        + "addresses are not followed"),
    Case(
      "swagger: '2.0'\npaths:\n  /a:\n    $ref: http://169.254.169.254/latest",
      "/paths/~1a/$ref: the reference http://169.254.169.254/latest leaves the document; "
        + "references to files and addresses are not followed"),
    Case(
      "swagger: '2.0'\npaths:\n  /a:\n    $ref: '#/nowhere'",
      "/paths/~1a/$ref: the reference #/nowhere leads to nothing"),
    Case(
      "swagger: '2.0'\nx: {$ref: '#/y'}\ny: {$ref: '#/x'}\npaths:\n  /a:\n    $ref: '#/x'",
      "/y/$ref: the reference #/x leads in a circle"),
    Case(
      "swagger: '2.0'\ndefinitions:\n  A:\n    properties:\n      b: {$ref: '#/definitions/B'}",
      "/definitions/A/properties/b/$ref: the reference #/definitions/B leads to nothing"),
    Case(
      "swagger: '2.0'\ndefinitions:\n  A:\n    allOf: [{$ref: '#/definitions/A/allOf/0'}]",
      "/definitions/A/allOf/0: the schema refers to itself, or has over 64 levels"),
    Case(
      "swagger: '2.0'\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n"
        + "        timeoutInMillis: soon",
      "/paths/~1a/get/x-amazon-apigateway-integration/timeoutInMillis: expected a whole number, "
        + "but it is a text"),
  ]

  @Test(arguments: json + yaml + meaning)
  func isRefusedWithItsPlace(malformed: Case) {
    #expect(message(malformed.document) == malformed.message)
  }

  @Test func textThatIsNotUTF8IsRefused() {
    #expect(
      message(Array("a: 1\nb: ".utf8) + [0xFF]) == "line 2, column 1: the document is not UTF-8")
    let mark = "line 1, column 1: a byte order mark; save the document as UTF-8 without one"
    #expect(message([0xEF, 0xBB, 0xBF] + Array("a: 1".utf8)) == mark)
    #expect(message([0xFE, 0xFF, 0x00, 0x61]) == mark)
    #expect(message([0xFF, 0xFE, 0x61, 0x00]) == mark)
  }

  @Test func aBombOfAliasesIsRefused() {
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(message(bomb).contains("more than 1000000 values, aliases included"))
  }

  @Test func aChainOfAliasesIsNoWayAroundTheDepth() {
    var chain = "a0: &a0 [x]\n"
    for level in 1...80 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(message(chain).contains("more than 64 levels"))
  }

  @Test(arguments: ["[", "{\"a\":", "{a: ", "- "])
  func deepNestingIsRefused(opening: String) {
    let deep = String(repeating: opening, count: 100_000)
    #expect(message(opening == "- " || opening == "{a: " ? "x: " + deep : deep) != "accepted")
    #expect(message("[" + String(repeating: "[", count: 64)).contains("more than 64 levels"))
  }

  @Test func sixtyFourLevelsAreRead() {
    let levels = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    for start in ["{\"swagger\":\"2.0\",\"x\":", "swagger: '2.0'\nx: "] {
      let end = start.hasPrefix("{") ? "}" : ""
      #expect(message(start + levels + end) == "accepted")
      #expect(message(start + "[" + levels + "]" + end).contains("more than 64 levels"))
    }
  }

  @Test func aDocumentMayHaveSixMegabytes() {
    let start = "{\"swagger\":\"2.0\",\"x\":\""
    let count = DocumentLimits.documentBytes - start.utf8.count - 2
    let longest = start + String(repeating: "x", count: count) + "\"}"
    #expect(longest.utf8.count == DocumentLimits.documentBytes)
    #expect(message(longest) == "accepted")
    #expect(message(longest + " ") == "the document is longer than 6291456 bytes")
  }
}
