import Testing

@testable import RequestSigning

/// The canonical form where the published signatures do not reach.
@Suite struct CanonicalRequestTests {
  @Test(arguments: [
    ("/", "/"), ("", "/"), ("/a", "/a"), ("/a/", "/a/"), ("/a//b", "/a/b"), ("/a/./b", "/a/b"),
    ("/a/../b", "/b"), ("/../a", "/a"), ("/a/b/..", "/a"), ("/a/b/../", "/a/"),
    ("/a%2Fb", "/a%252Fb"), ("/a%2fb", "/a%252fb"), ("/%2e%2e/a", "/%252e%252e/a"),
    ("/a b", "/a%20b"), ("/a:b,c;d", "/a%3Ab%2Cc%3Bd"), ("/.../a", "/.../a"),
  ])
  func path(_ raw: String, _ canonical: String) {
    let bytes = CanonicalTarget.path(Array(raw.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == canonical)
  }

  @Test(arguments: [
    ("", ""), ("a", "a="), ("a=", "a="), ("a=b=c", "a=b%3Dc"), ("b=1&a=2", "a=2&b=1"),
    ("a=2&a=10&a=1", "a=1&a=10&a=2"), ("a=1&a=1", "a=1&a=1"), ("a=%7e", "a=~"),
    ("a=%2f", "a=%2F"), ("a=/", "a=%2F"), ("a=+", "a=%2B"), ("a=%2B", "a=%2B"),
    ("a=%20", "a=%20"), ("&&a=1&", "a=1"), ("a=%", "a=%25"), ("a=%4", "a=%254"),
    ("a=%zz", "a=%25zz"), ("%61=1", "a=1"), ("B=1&a=2", "B=1&a=2"),
    // Sorted by the encoded text: `%` stands before letters.
    ("a=1&%C3%A4=2", "%C3%A4=2&a=1"), ("a1=1&a=2", "a=2&a1=1"),
  ])
  func query(_ raw: String, _ canonical: String) {
    let bytes = CanonicalTarget.query(Array(raw.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == canonical)
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), ("  a  b   c ", "a b c"), ("a\tb", "a\tb"),
    (#"" a  b ""#, #"" a b ""#),
  ])
  func headerValue(_ raw: String, _ folded: String) {
    #expect(String(decoding: Bytes.folded(Array(raw.utf8)), as: UTF8.self) == folded)
  }

  @Test func wholeForm() {
    let request = RawRequest(
      "POST", "/apikeys?mode=import&format=csv",
      headers: [.init("HOST", "h:1"), .init("x-B", " 2  3 "), .init("Other", "unsigned")],
      body: Array("abc".utf8))
    let form = CanonicalRequest(
      request, signedHeaders: [Array("host".utf8), Array("x-b".utf8)])
    #expect(
      String(decoding: form.bytes, as: UTF8.self) == """
        POST
        /apikeys
        format=csv&mode=import
        host:h:1
        x-b:2 3

        host;x-b
        ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
        """)
  }
}
