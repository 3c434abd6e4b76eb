import GatewayModel
import Testing

@testable import OpenAPI

/// What YAML means in a document.
@Suite struct YAMLValueTests {
  private func value(_ text: String) throws -> JSONValue {
    try DocumentReader.value(of: Array(text.utf8))
  }

  @Test(arguments: [
    ("yes", "\"yes\""), ("on", "\"on\""), ("NO", "\"NO\""), ("012", "\"012\""),
    ("0x1F", "\"0x1F\""), ("1_000", "\"1_000\""), (".5", "\".5\""), ("+1", "\"+1\""),
    (".nan", "\".nan\""), (".inf", "\".inf\""), ("1e999", "\"1e999\""),
    ("12:30:45", "\"12:30:45\""), ("2026-11-24", "\"2026-11-24\""), ("1.2.3", "\"1.2.3\""),
    ("true", "true"), ("False", "false"), ("~", "null"), ("", "null"), ("Null", "null"),
    ("200", "200"), ("-0.5", "-0.5"), ("2.0", "2.0"), ("1e3", "1000.0"),
    ("9223372036854775808", "9.223372036854776e+18"), ("'200'", "\"200\""),
    ("\"true\"", "\"true\""),
    ("!!str 200", "\"200\""), ("!!float 2", "2.0"), ("! 200", "\"200\""), ("!!null ''", "null"),
  ])
  func scalarsFollowJSON(yaml: String, json: String) throws {
    #expect(try value("a: \(yaml)").text == "{\"a\":\(json)}")
  }

  @Test func namesAreTexts() throws {
    #expect(
      try value("200: a\non: b\ntrue: c\nnull: d\n1.0: e").text
        == #"{"200":"a","on":"b","true":"c","null":"d","1.0":"e"}"#)
  }

  @Test func mergedMembersGiveWay() throws {
    let text = """
      base: &base {a: 1, b: 2}
      other: &other {b: 3, c: 4}
      one: {<<: *base, b: 9}
      both:
        <<: [*base, *other]
      quoted: {"<<": 5}
      """
    #expect(
      try value(text).text
        == #"{"base":{"a":1,"b":2},"other":{"b":3,"c":4},"one":{"b":9,"a":1},"#
        + #""both":{"a":1,"b":2,"c":4},"quoted":{"<<":5}}"#)
  }

  @Test func anchorsMayBeSetAgain() throws {
    #expect(try value("a: &x 1\nb: &x 2\nc: *x").text == #"{"a":1,"b":2,"c":2}"#)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let texts = [
      "", " ", "a", "true", "null", "~", "0", "1.5", "- a", "a: b", "# no", "a #b", "&a", "*a",
      "!a", "|", ">", "%", "@", "`", "'", "\"", "\\", "a\nb", "a\n", "\na", "\n", "a\n\n", " a\nb",
      "a \nb", "a\tb\nc", "\u{7}", "\u{2028}x\ny", "é", "👩‍👩‍👧", "\u{FEFF}a\nb", "\r\n", "---", "...",
      "---\na", "<<", "=", "a,b", "[a]", "{a}", "a\n  b\n c", "x\u{85}y\nz",
    ]
    for text in texts {
      let value: JSONValue = [
        "text": .string(text), "list": [.string(text), [], [:], [.string(text)]],
        "names": .object(JSONObject([(text, .string(text))])),
        "others": [nil, true, false, 0, -1, 1.5, 1e300],
      ]
      let written = YAMLWriter.text(of: value)
      #expect(try self.value(written) == value, "\(text.debugDescription) in\n\(written)")
      #expect(try self.value(JacksonText.text(of: value)) == value)
    }
  }
}
