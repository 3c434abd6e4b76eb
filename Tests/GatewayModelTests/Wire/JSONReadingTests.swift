import GatewayModel
import Testing

@Suite struct JSONReadingTests {
  private static let texts: [(String, JSONValue)] = [
    ("null", nil), (" true ", true), ("false", false), ("0", 0), ("-7", -7),
    ("9223372036854775807", 9_223_372_036_854_775_807),
    ("9223372036854775808", 9.223372036854775808e18),
    ("1.50", 1.5), ("1e3", 1000.0), ("-2E-2", -0.02), ("\"\"", ""), ("\"aé\"", "aé"),
    ("\"\\u0041\\n\\/\\\\\\\"\"", "A\n/\\\""), ("\"\\ud83d\\ude00\"", "😀"),
    ("\"\\ud83dx\"", "\u{FFFD}x"), ("\"\\ud83d\\u0041\"", "\u{FFFD}A"), ("[]", []), ("{}", [:]),
    ("[1, [2], {}]", [1, [2], [:]]), ("{\"b\":1,\"a\":{\"c\":null}}", ["b": 1, "a": ["c": nil]]),
    ("{\"a\":1,\"b\":2,\"a\":3}", ["a": 3, "b": 2]),
  ]

  @Test(arguments: texts)
  func reads(text: String, value: JSONValue) throws {
    #expect(try JSONValue(reading: text) == value)
  }

  @Test(arguments: [
    ("", 0), ("nul", 0), ("tru", 0), ("01", 1), ("-", 1), ("1.", 2), ("1e", 2), (".5", 0),
    ("[1,]", 3), ("[1", 2), ("{\"a\"}", 4), ("{a:1}", 1), ("{\"a\":1,}", 7), ("\"a", 2),
    ("\"\\x\"", 1), ("\"\\u12g4\"", 3), ("\"\u{01}\"", 1), ("1 2", 2), ("1e400", 0), ("'a'", 0),
  ])
  func refuses(text: String, offset: Int) {
    #expect(throws: JSONReadingError.self) { try JSONValue(reading: text) }
    do {
      _ = try JSONValue(reading: text)
    } catch {
      #expect(error.offset == offset, "\(text): \(error)")
    }
  }

  @Test func boundsTheDepth() throws {
    let deep = String(repeating: "[", count: 127) + String(repeating: "]", count: 127)
    _ = try JSONValue(reading: deep)
    #expect(throws: JSONReadingError.self) { try JSONValue(reading: "[[\(deep)]]") }
  }

  @Test func refusesBytesThatAreNoText() {
    #expect(throws: JSONReadingError.self) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
  }

  @Test(arguments: [
    ("{\"a\":1,\"b\":2,\"a\":3}", 13), ("\"\\ud83dx\"", 1), ("\"\\ude00\"", 1),
    ("\"\\ud83d\\u0041\"", 1), ("[[[1]]]", 2), ("[1,2,3,4]", 7),
  ])
  func canBeStrict(text: String, offset: Int) {
    let rules = JSONReadingRules(
      depthLimit: 2, valueLimit: 4, refusesRepeatedNames: true, refusesHalfSurrogates: true)
    do {
      Issue.record("\(try JSONValue(reading: Array(text.utf8), rules: rules)) was accepted")
    } catch {
      #expect(error.offset == offset, "\(text): \(error)")
    }
  }

  @Test func readsWhatItWrites() throws {
    let value: JSONValue = ["a": [1, 2.5, nil, true, "x\u{07}\u{2028}"], "b": ["c": []]]
    #expect(try JSONValue(reading: value.text) == value)
  }
}
