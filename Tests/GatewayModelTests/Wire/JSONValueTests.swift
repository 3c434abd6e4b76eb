import Foundation
import GatewayModel
import Testing

@Suite struct JSONValueTests {
  private static let texts: [(value: JSONValue, text: String)] = [
    (nil, "null"), (true, "true"), (false, "false"), (-5, "-5"),
    (.integer(Int64.max), "9223372036854775807"), (200.0, "200.0"), (0.5, "0.5"), (2.25, "2.25"),
    (.double(.infinity), "null"), ([], "[]"), ([1, 2.0, "x"], "[1,2.0,\"x\"]"), ([:], "{}"),
    (["b": 1, "a": [:]], "{\"b\":1,\"a\":{}}"), ("", "\"\""),
    ("say \"hi\" \\ /", "\"say \\\"hi\\\" \\\\ /\""),
    ("\n\r\t\u{08}\u{0C}\u{00}\u{1F}", "\"\\n\\r\\t\\b\\f\\u0000\\u001f\""),
    ("é東\u{1F511}", "\"é東\u{1F511}\""), ("\u{7F}\u{2028}", "\"\\u007f\\u2028\""),
  ]

  @Test(arguments: texts)
  func prints(value: JSONValue, text: String) {
    #expect(value.text == text)
  }

  @Test func printsWhatAParserReads() throws {
    let scalars = (0...0x2FF).compactMap(Unicode.Scalar.init).map(String.init).joined()
    let value: JSONValue = ["k\"\n": ["text": .string(scalars), "n": [1.5, nil, false]]]
    let object = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
    let inner = (object as? [String: Any])?["k\"\n"] as? [String: Any]
    #expect(inner?["text"] as? String == scalars)
  }

  @Test func keepsTheOrderOfMembers() {
    var object = JSONObject()
    object.add("z", text: "1")
    object.add("left out", text: nil)
    object.add("a", 2)
    #expect(JSONValue.object(object).text == #"{"z":"1","a":2}"#)
    #expect(object["a"] == 2 && object["left out"] == nil)
    #expect(JSONValue.map(["b": "1", "a": "2"]).text == #"{"a":"2","b":"1"}"#)
  }
}
