import Testing

@testable import RequestSigning

/// The signatures of AWS's published Signature Version 4 test suite, as a table of our own.
///
/// Every request is signed with the key `wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY` at
/// 2015-08-30T12:36:00Z for service `service` in `us-east-1`; all fields shown are signed, in
/// addition to `Host` and `X-Amz-Date`. Cases of the suite that cannot be a request here (values
/// over several lines, session tokens) are left out. The last rows are not of the suite: they hold
/// what botocore's signer makes of targets that are encoded on the wire.
@Suite struct PublishedVectorTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var name: String
    var method = "GET"
    var target = "/"
    var headers: [RawRequest.Header] = []
    var body = ""
    var signature: String

    var testDescription: String { name }
  }

  static let unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  static let vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"

  static let paths = [
    Vector(name: "get-vanilla", signature: vanilla),
    Vector(
      name: "get-unreserved", target: "/" + unreserved,
      signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
    Vector(
      name: "get-utf8", target: "/\u{1234}",
      signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
    Vector(
      name: "get-space", target: "/example space/",
      signature: "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
    Vector(name: "get-relative", target: "/example/..", signature: vanilla),
    Vector(
      name: "get-relative-relative", target: "/example1/example2/../..", signature: vanilla),
    Vector(name: "get-slash", target: "//", signature: vanilla),
    Vector(name: "get-slash-dot-slash", target: "/./", signature: vanilla),
    Vector(
      name: "get-slash-pointless-dot", target: "/./example",
      signature: "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"),
    Vector(
      name: "get-slashes", target: "//example//",
      signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
  ]

  static let queries = [
    Vector(
      name: "get-vanilla-empty-query-key", target: "/?Param1=value1",
      signature: "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
    Vector(
      name: "get-vanilla-query-order-key", target: "/?Param1=value2&Param1=Value1",
      signature: "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"),
    Vector(
      name: "get-vanilla-query-order-key-case", target: "/?Param2=value2&Param1=value1",
      signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
    Vector(
      name: "get-vanilla-query-order-value", target: "/?Param1=value2&Param1=value1",
      signature: "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"),
    Vector(
      name: "get-vanilla-query-unreserved", target: "/?\(unreserved)=\(unreserved)",
      signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
    Vector(
      name: "get-vanilla-utf8-query", target: "/?\u{1234}=bar",
      signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"),
    Vector(
      name: "post-vanilla-query", method: "POST", target: "/?Param1=value1",
      signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
  ]

  static let headers = [
    Vector(
      name: "get-header-key-duplicate",
      headers: [
        .init("My-Header1", "value2"), .init("My-Header1", "value2"),
        .init("My-Header1", "value1"),
      ], signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"),
    Vector(
      name: "get-header-value-order",
      headers: ["value4", "value1", "value3", "value2"].map { .init("My-Header1", $0) },
      signature: "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"),
    Vector(
      name: "get-header-value-trim",
      headers: [.init("My-Header1", " value1"), .init("My-Header2", #" "a   b   c""#)],
      signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
    Vector(
      name: "post-header-key-sort", method: "POST", headers: [.init("My-Header1", "value1")],
      signature: "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c"),
    Vector(
      name: "post-header-value-case", method: "POST", headers: [.init("My-Header1", "VALUE1")],
      signature: "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"),
  ]

  static let bodies = [
    Vector(
      name: "post-vanilla", method: "POST",
      signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    Vector(
      name: "post-x-www-form-urlencoded", method: "POST",
      headers: [.init("Content-Type", "application/x-www-form-urlencoded")],
      body: "Param1=value1",
      signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
    Vector(
      name: "post-x-www-form-urlencoded-parameters", method: "POST",
      headers: [.init("Content-Type", "application/x-www-form-urlencoded; charset=utf8")],
      body: "Param1=value1",
      signature: "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe"),
  ]

  static let encoded = [
    Vector(
      name: "encoded slash and colon in the path",
      target: "/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Frestapis%2Fabc",
      signature: "d800d155fe521ef23f5799bc6fc4043d4dc8fe9d7985004f9f13c24125377091"),
    Vector(
      name: "encoded plus and blank in the query", target: "/?a=%2B&b=%20",
      signature: "30a36f7918a0c323ee6cfcdb0d1345fad22e299dbe592ba348e8099348d4bba6"),
    Vector(
      name: "a plus is a plus", target: "/?a=+&b=%20",
      signature: "30a36f7918a0c323ee6cfcdb0d1345fad22e299dbe592ba348e8099348d4bba6"),
  ]

  static func signed(_ vector: Vector) -> RawRequest {
    var request = RawRequest(
      vector.method, vector.target,
      headers: [.init("Host", "example.amazonaws.com")] + vector.headers,
      body: Array(vector.body.utf8))
    RequestSigner(credential: Example.credential, region: "us-east-1", service: "service")
      .sign(&request, at: Example.now)
    return request
  }

  @Test(arguments: paths + queries + headers + bodies + encoded)
  func signatureIsThePublishedOne(_ vector: Vector) throws {
    let request = Self.signed(vector)
    let field = try AuthorizationField(#require(request.onlyValue("authorization")))
    #expect(String(decoding: field.signature, as: UTF8.self) == vector.signature)
  }

  @Test(arguments: paths + queries + bodies + encoded)
  func verifierAcceptsIt(_ vector: Vector) {
    #expect(Example.refusal(of: Self.signed(vector), service: "service") == nil)
  }

  @Test func theSigningKeyIsThePublishedOne() {
    // Source: AWS General Reference, "Examples of how to derive a signing key".
    let key = SigningKey(
      secret: Example.credential.secret,
      scope: SigningScope(day: "20150830", region: "us-east-1", service: "iam"))
    let hash = "f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59"
    let text = "AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/iam/aws4_request\n" + hash
    #expect(
      String(decoding: key.signature(of: Array(text.utf8)), as: UTF8.self)
        == "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
  }
}
