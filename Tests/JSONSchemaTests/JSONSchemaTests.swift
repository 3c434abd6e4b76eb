import GatewayModel
import JSONSchema
import Testing

@Suite struct JSONSchemaTests {
  /// Schema, value, what is said of it; an empty text for a value that fits.
  struct Row: Sendable, CustomTestStringConvertible {
    var schema: String
    var value: String
    var says: String
    init(_ schema: String, _ value: String, _ says: String = "") {
      self.schema = schema
      self.value = value
      self.says = says
    }
    var testDescription: String { "\(schema) \(value)" }
  }

  private static let general: [Row] = [
    Row("{}", "1"), Row("{\"unknown\":1}", "null"),
    Row("{\"type\":\"string\"}", "\"a\""),
    Row(
      "{\"type\":\"string\"}", "1",
      "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])"),
    Row("{\"type\":\"number\"}", "1"), Row("{\"type\":\"number\"}", "1.5"),
    Row(
      "{\"type\":\"integer\"}", "1.5",
      "instance type (number) does not match any allowed primitive type (allowed: [\"integer\"])"),
    Row(
      "{\"type\":\"number\"}", "\"1\"",
      "instance type (string) does not match any allowed primitive type "
        + "(allowed: [\"integer\",\"number\"])"),
    Row("{\"type\":[\"object\",\"null\"]}", "null"),
    Row(
      "{\"type\":[\"object\",\"null\"]}", "[]",
      "instance type (array) does not match any allowed primitive type "
        + "(allowed: [\"null\",\"object\"])"),
    Row("{\"enum\":[\"a\",1,{\"x\":1,\"y\":2}]}", "{\"y\":2.0,\"x\":1}"),
    Row("{\"enum\":[1]}", "1.0"),
    Row(
      "{\"enum\":[\"a\",\"b\"]}", "\"c\"",
      "instance value (\"c\") not found in enum (possible values: [\"a\",\"b\"])"),
    Row("{\"allOf\":[{\"minimum\":1},{\"maximum\":3}]}", "2"),
    Row(
      "{\"allOf\":[{\"minimum\":1},{\"maximum\":3}]}", "4",
      "instance failed to match all required schemas (matched only 1 out of 2)"),
    Row("{\"anyOf\":[{\"type\":\"null\"},{\"minimum\":3}]}", "null"),
    Row(
      "{\"anyOf\":[{\"type\":\"null\"},{\"minimum\":3}]}", "1",
      "instance failed to match at least one required schema among 2"),
    Row("{\"oneOf\":[{\"type\":\"null\"},{\"type\":\"string\"}]}", "null"),
    Row(
      "{\"oneOf\":[{\"minimum\":1},{\"minimum\":2}]}", "3",
      "instance failed to match exactly one schema (matched 2 out of 2)"),
    Row("{\"not\":{\"type\":\"string\"}}", "1"),
    Row(
      "{\"not\":{\"type\":\"string\"}}", "\"\"",
      "instance matched a schema which it should not have"),
  ]

  private static let numbersAndTexts: [Row] = [
    Row("{\"minimum\":1,\"maximum\":3}", "1"), Row("{\"minimum\":1,\"maximum\":3}", "3"),
    Row(
      "{\"minimum\":1}", "0",
      "numeric instance is lower than the required minimum (minimum: 1, found: 0)"),
    Row(
      "{\"maximum\":100}", "200",
      "numeric instance is greater than the required maximum (maximum: 100, found: 200)"),
    Row(
      "{\"minimum\":1,\"exclusiveMinimum\":true}", "1.0",
      "numeric instance is not strictly greater than the required minimum 1"),
    Row(
      "{\"exclusiveMaximum\":true,\"maximum\":2.5}", "2.5",
      "numeric instance is not strictly lower than the required maximum 2.5"),
    Row("{\"maximum\":9007199254740992}", "9007199254740992"),
    Row(
      "{\"maximum\":9007199254740992}", "9007199254740993",
      "numeric instance is greater than the required maximum "
        + "(maximum: 9007199254740992, found: 9007199254740993)"),
    Row("{\"multipleOf\":0.01}", "19.99"), Row("{\"multipleOf\":1e-7}", "3.0000001"),
    Row("{\"multipleOf\":3}", "-9"), Row("{\"multipleOf\":2}", "1e300"),
    Row(
      "{\"multipleOf\":0.01}", "100.001", "remainder of division is not zero (100.001 / 0.01)"),
    Row("{\"minimum\":5,\"multipleOf\":2}", "\"not a number\""),
    Row("{\"minLength\":2,\"maxLength\":3}", "\"äö\""), Row("{\"maxLength\":1}", "\"😀\""),
    Row(
      "{\"minLength\":5}", "\"abc\"",
      "string \"abc\" is too short (length: 3, required minimum: 5)"),
    Row(
      "{\"maxLength\":2}", "\"abc\"", "string \"abc\" is too long (length: 3, maximum allowed: 2)"),
    Row("{\"pattern\":\"b\"}", "\"abc\""),
    Row(
      "{\"pattern\":\"^[A-Z]+$\"}", "\"abc\"",
      "ECMA 262 regex \"^[A-Z]+$\" does not match input string \"abc\""),
    Row("{\"format\":\"telephone\"}", "\"x\""), Row("{\"format\":\"email\"}", "1"),
  ]

  private static let listsAndObjects: [Row] = [
    Row("{\"items\":{\"type\":\"integer\"}}", "[1,2]"), Row("{\"items\":{}}", "{}"),
    Row(
      "{\"items\":{\"type\":\"null\"}}", "[null,1]",
      "instance type (integer) does not match any allowed primitive type (allowed: [\"null\"])"),
    Row("{\"items\":[{\"type\":\"null\"}]}", "[null,1]"),
    Row("{\"items\":[{\"type\":\"null\"}],\"additionalItems\":{\"minimum\":1}}", "[null,1]"),
    Row(
      "{\"items\":[{}],\"additionalItems\":{\"minimum\":1}}", "[0,0]",
      "numeric instance is lower than the required minimum (minimum: 1, found: 0)"),
    Row("{\"items\":[{},{}],\"additionalItems\":false}", "[1]"),
    Row(
      "{\"items\":[{}],\"additionalItems\":false}", "[1,2]",
      "array instance has too many elements: at most 1 are allowed by the schema, found 2"),
    Row(
      "{\"minItems\":1}", "[]",
      "array is too short: must have at least 1 elements but instance has 0 elements"),
    Row(
      "{\"maxItems\":1}", "[1,2]",
      "array is too long: must have at most 1 elements but instance has 2 elements"),
    Row("{\"uniqueItems\":true}", "[1,\"1\",[1],[2]]"),
    Row("{\"uniqueItems\":true}", "[1,1.0]", "array must not contain duplicate elements"),
    Row("{\"required\":[\"a\"]}", "{\"a\":null}"), Row("{\"required\":[\"a\"]}", "[]"),
    Row(
      "{\"required\":[\"c\",\"a\",\"b\"]}", "{\"b\":1}",
      "object has missing required properties ([\"a\",\"c\"])"),
    Row("{\"properties\":{\"a\":{\"type\":\"null\"}}}", "{\"a\":null,\"b\":1}"),
    Row(
      "{\"properties\":{\"a\":{}},\"patternProperties\":{\"^x-\":{}},\"additionalProperties\":false}",
      "{\"a\":1,\"x-b\":2}"),
    Row(
      "{\"properties\":{\"a\":{}},\"additionalProperties\":false}", "{\"c\":1,\"a\":1,\"b\":2}",
      "object instance has properties which are not allowed by the schema: [\"b\",\"c\"]"),
    Row(
      "{\"patternProperties\":{\"^n\":{\"type\":\"null\"}}}", "{\"n1\":1}",
      "instance type (integer) does not match any allowed primitive type (allowed: [\"null\"])"),
    Row(
      "{\"properties\":{\"a\":{}},\"additionalProperties\":{\"minimum\":1}}", "{\"a\":0,\"b\":0}",
      "numeric instance is lower than the required minimum (minimum: 1, found: 0)"),
    Row(
      "{\"minProperties\":2}", "{\"a\":1}",
      "object has too few properties (found 1 but schema requires at least 2)"),
    Row(
      "{\"maxProperties\":0}", "{\"a\":1}",
      "object has too many properties (found 1 but schema requires at most 0)"),
    Row("{\"dependencies\":{\"a\":[\"b\"]}}", "{\"b\":1}"),
    Row(
      "{\"dependencies\":{\"a\":[\"c\",\"b\"]}}", "{\"a\":1,\"b\":1}",
      "property \"a\" of object has missing property dependencies "
        + "(schema requires [\"b\",\"c\"]; missing: [\"c\"])"),
    Row(
      "{\"dependencies\":{\"a\":{\"minProperties\":2}}}", "{\"a\":1}",
      "object has too few properties (found 1 but schema requires at least 2)"),
    Row(
      "{\"properties\":{\"a\":{\"type\":\"null\"}},\"required\":[\"b\"]}", "{\"a\":1}",
      "object has missing required properties ([\"b\"])"),
  ]

  private static let references: [Row] = [
    Row(
      "{\"$ref\":\"#/definitions/a\",\"minimum\":9,\"definitions\":{\"a\":{\"maximum\":3}}}", "2"),
    Row(
      "{\"properties\":{\"a\":{\"$ref\":\"#/definitions/a~1b\"}},"
        + "\"definitions\":{\"a/b\":{\"maximum\":3}}}", "{\"a\":4}",
      "numeric instance is greater than the required maximum (maximum: 3, found: 4)"),
    Row(
      "{\"properties\":{\"next\":{\"$ref\":\"#\"}},\"required\":[\"v\"]}",
      "{\"v\":1,\"next\":{\"v\":2,\"next\":{}}}",
      "object has missing required properties ([\"v\"])"),
    Row(
      "{\"items\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/a1/models/Pet\"}}",
      "[{\"name\":\"x\",\"parent\":{\"name\":\"y\"}}]"),
    Row(
      "{\"items\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/a1/models/Pet\"}}",
      "[{\"name\":\"x\",\"parent\":{}}]", "object has missing required properties ([\"name\"])"),
    Row(
      "{\"$ref\":\"https://apigateway.amazonaws.com/restapis/a1/models/Pet#/properties/name\"}",
      "1",
      "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])"),
    Row("{\"items\":[{\"$ref\":\"#/items/1\"},{\"type\":\"null\"}]}", "[null,null]"),
  ]

  private static func model(_ name: String) -> String? {
    [
      "Pet":
        "{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{\"name\":{\"type\":\"string\"},"
        + "\"parent\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/a1/models/Pet\"}}}"
    ][name]
  }

  @Test(arguments: general + numbersAndTexts + listsAndObjects + references)
  func judges(row: Row) throws {
    let schema = try JSONSchema(row.schema, model: Self.model)
    let found = schema.violations(of: try JSONValue(reading: row.value))
    #expect(found == (row.says.isEmpty ? [] : [row.says]))
  }

  @Test(arguments: [
    ("[]", "#", "a schema must be an object"), ("{", "#", "no JSON"),
    ("{\"type\":\"text\"}", "#/type", "\"text\" is no type"),
    ("{\"minimum\":\"1\"}", "#/minimum", "must be a number"),
    ("{\"minLength\":-1}", "#/minLength", "must be a whole number from 0"),
    ("{\"required\":true}", "#/required", "must be a list"),
    ("{\"properties\":{\"a\":1}}", "#/properties/a", "a schema must be an object"),
    ("{\"$ref\":\"#/definitions/a\"}", "#/definitions/a", "there is no schema"),
    (
      "{\"$ref\":\"https://apigateway.amazonaws.com/restapis/a1/models/Dog\"}", "#",
      "there is no model Dog"
    ),
    ("{\"$ref\":\"http://example.com/a\"}", "#", "is neither #/… nor the address of a model"),
    ("{\"pattern\":\"(\"}", "#/pattern", "a ( without its ), at character 1"),
    ("{\"pattern\":\"(a)\\\\1\"}", "#/pattern", "back references cannot be matched here"),
  ])
  func refusesWhatIsNoSchema(text: String, place: String, reason: String) {
    do {
      _ = try JSONSchema(text, model: Self.model)
      Issue.record("\(text) was compiled")
    } catch {
      #expect(error.place == place)
      #expect(error.reason.contains(reason), "\(error.reason)")
    }
  }

  @Test func tellsSeveralThingsAtOnceWithinBounds() throws {
    let schema = try JSONSchema(
      "{\"items\":{\"minimum\":1,\"multipleOf\":2}}", model: { _ in nil })
    #expect(
      schema.violations(of: [-1, 2, 0]) == [
        "numeric instance is lower than the required minimum (minimum: 1, found: -1)",
        "remainder of division is not zero (-1 / 2)",
        "numeric instance is lower than the required minimum (minimum: 1, found: 0)",
      ])
    let many = JSONValue.array(Array(repeating: -1, count: 1_000))
    #expect(schema.violations(of: many).count <= JSONSchema.violationLimit + 1)
  }

  @Test func aSchemaThatMeansItselfEnds() throws {
    for text in [
      "{\"$ref\":\"#\"}", "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
      "{\"not\":{\"$ref\":\"#\"}}",
    ] {
      let schema = try JSONSchema(text, model: { _ in nil })
      _ = schema.violations(of: [1, [2]])
    }
  }

  @Test func aBodyThatIsNoJSONDoesNotFit() throws {
    let schema = try JSONSchema("{}", model: { _ in nil })
    for body in ["", "{", "a=b"] {
      #expect(schema.violations(ofBody: Array(body.utf8)) == ["Unknown error parsing request body"])
    }
    #expect(schema.violations(ofBody: Array("{}".utf8)).isEmpty)
  }

  @Test(arguments: [
    ("date-time", "2026-11-24T10:00:00Z", true),
    ("date-time", "2026-11-24T10:00:00.123+0100", true),
    ("date-time", "2026-11-24T10:00:00+01:00", true), ("date-time", "2026-11-24", false),
    ("date-time", "2026-13-24T10:00:00Z", false), ("date-time", "2026-11-24T10:00:00.Z", false),
    ("email", "a.b@example.com", true), ("email", "a@b@c", false), ("email", "nobody", false),
    ("hostname", "a-b.example", true), ("hostname", "-a", false), ("hostname", "a..b", false),
    ("ipv4", "127.0.0.1", true), ("ipv4", "256.0.0.1", false), ("ipv4", "1.2.3", false),
    ("ipv6", "::1", true), ("ipv6", "::", true), ("ipv6", "2001:db8::8:800:200c:417a", true),
    ("ipv6", "1:2:3:4:5:6:7:8", true), ("ipv6", "::ffff:1.2.3.4", true), ("ipv6", "1::2::3", false),
    ("ipv6", "1:2:3", false), ("ipv6", ":1:2:3:4:5:6:7", false), ("ipv6", "12345::", false),
    ("uri", "https://a/b?c#d", true), ("uri", "a b", false),
    ("uuid", "123e4567-e89b-12d3-a456-426614174000", true), ("uuid", "123e4567", false),
  ])
  func checksFormats(format: String, text: String, fits: Bool) throws {
    let schema = try JSONSchema("{\"format\":\"\(format)\"}", model: { _ in nil })
    #expect(schema.violations(of: .string(text)).isEmpty == fits)
  }
}
