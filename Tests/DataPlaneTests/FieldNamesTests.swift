import Testing

@testable import DataPlane

@Suite struct FieldNamesTests {
  @Test func findsNamesInAnyCase() {
    let names = FieldNames(["Via", "keep-alive", "TE", "upgrade", ""])
    for name in ["via", "VIA", "Keep-Alive", "te", "Upgrade"] { #expect(names.contains(name)) }
    for name in ["", "vi", "vib", "keep_alive", "keep-alive-", "tex", "\u{16}ia"] {
      #expect(!names.contains(name))
    }
    #expect(!FieldNames([String]()).contains("via"))
  }

  @Test func namesWhatConnectionFieldsName() {
    let names = ProxyHeaders.named(in: ["keep-alive", "close", " X-One , x-two"])
    #expect(names.contains("x-one"))
    #expect(names.contains("X-Two"))
    #expect(!names.contains("close"))
  }

  @Test(
    arguments: [
      ((0x0123_4567_89ab_4cde, 0x8f01_2345_6789_abcd), "01234567-89ab-4cde-8f01-23456789abcd"),
      ((0, 1), "00000000-0000-0000-0000-000000000001"),
    ] as [((UInt64, UInt64), String)])
  func writesIdsAsUUIDs(words: (UInt64, UInt64), text: String) {
    #expect(RequestIdentifierText.text((high: words.0, low: words.1)) == text)
  }
}
