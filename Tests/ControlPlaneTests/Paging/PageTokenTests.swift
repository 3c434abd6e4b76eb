import GatewayModel
import Testing

@testable import ControlPlane

@Suite("Paging tokens")
struct PageTokenTests {
  @Test(
    "A token gives its sort key back",
    arguments: [["0001", "abc"], [""], ["/a/{b}", "ü💡"], [String(repeating: "x", count: 2_000)]])
  func roundTrip(key: [String]) throws {
    let text = PageToken(key: key).text(list: "apikeys")
    #expect(text.utf8.allSatisfy { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") })
    #expect(try PageToken(text, list: "apikeys").key == key)
  }

  @Test("A token of another list, or with any letter changed, is refused")
  func tampered() throws {
    let text = PageToken(key: ["1700000000", "abcdefghij"]).text(list: "apikeys")
    #expect(throws: CommandError.self) { try PageToken(text, list: "usageplans") }
    for index in text.indices {
      var changed = text
      changed.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
      #expect(throws: CommandError.self, "\(changed)") {
        try PageToken(changed, list: "apikeys")
      }
      #expect(throws: CommandError.self) {
        try PageToken(String(text[..<index]), list: "apikeys")
      }
    }
  }

  @Test("Base 64 is that of RFC 4648, without padding")
  func base64() {
    for (plain, coded) in [
      ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
      ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ] {
      #expect(Base64URL.text(Array(plain.utf8)) == coded)
      #expect(Base64URL.bytes(coded) == Array(plain.utf8))
    }
    #expect(Base64URL.text([0xFB, 0xFF]) == "-_8")
    #expect(Base64URL.bytes("Zh") == nil, "bits that no writer leaves")
    #expect(Base64URL.bytes("Z+") == nil)
  }
}
