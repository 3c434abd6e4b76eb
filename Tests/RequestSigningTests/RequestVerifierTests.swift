import Testing

@testable import RequestSigning

/// Each rule by a request that breaks it and nothing else.
@Suite struct RequestVerifierTests {
  struct Breach: Sendable, CustomTestStringConvertible {
    var name: String
    var code: SigningRefusal.Code
    /// A part of the message.
    var words: String
    /// Breaks a signed request.
    var breaking: @Sendable (RawRequest) -> RawRequest = { $0 }
    /// What is signed.
    var original: RawRequest = Example.request()
    /// Who signs it.
    var signer = Example.signer

    var testDescription: String { name }
  }

  static let fieldBreaches = [
    Breach(
      name: "no signature", code: .missingAuthenticationToken,
      words: "Missing Authentication Token", breaking: { $0.changing("Authorization") { _ in nil } }
    ),
    Breach(
      name: "two signatures", code: .incompleteSignature, words: "more than one",
      breaking: { $0.adding("authorization", "AWS4-HMAC-SHA256 Credential=a") }),
    Breach(
      name: "another scheme", code: .incompleteSignature,
      words: "Unsupported AWS 'algorithm': 'Bearer'.",
      breaking: { $0.changing("Authorization") { _ in "Bearer abc" } }),
    Breach(
      name: "empty", code: .incompleteSignature, words: "Unsupported AWS 'algorithm': ''.",
      breaking: { $0.changing("Authorization") { _ in "" } }),
    Breach(
      name: "no parameters", code: .incompleteSignature, words: "missing equal-sign",
      breaking: { $0.changing("Authorization") { _ in "AWS4-HMAC-SHA256" } }),
    Breach(
      name: "asymmetric algorithm", code: .incompleteSignature, words: "Unsupported",
      breaking: {
        $0.changing("Authorization") {
          "AWS4-ECDSA-P256-SHA256" + $0.dropFirst(AuthorizationField.algorithm.count)
        }
      }),
    Breach(
      name: "no Credential", code: .incompleteSignature,
      words: "Authorization header requires 'Credential' parameter.",
      breaking: {
        $0.replacing("Credential=AKIDEXAMPLE/20150830/us-east-1/apigateway/aws4_request, ", "")
      }),
    Breach(
      name: "only Credential", code: .incompleteSignature,
      words: "Authorization header requires 'Signature' parameter. Authorization header requires "
        + "'SignedHeaders' parameter.",
      breaking: { $0.changing("Authorization") { String($0.prefix { $0 != "," }) } }),
    Breach(
      name: "a parameter twice", code: .incompleteSignature, words: "unknown or repeated",
      breaking: { $0.changing("Authorization") { "\($0), Signature=\($0.suffix(64))" } }),
    Breach(
      name: "an unknown parameter", code: .incompleteSignature, words: "'Extra' is unknown",
      breaking: { $0.changing("Authorization") { "\($0), Extra=1" } }),
    Breach(
      name: "short credential", code: .incompleteSignature, words: "exactly 5",
      breaking: { $0.replacing("/us-east-1/", "/") }),
    Breach(
      name: "empty access key", code: .incompleteSignature, words: "exactly 5",
      breaking: { $0.replacing("=AKIDEXAMPLE/", "=/") }),
    Breach(
      name: "too long", code: .incompleteSignature, words: "too long",
      breaking: { $0.replacing("AKIDEXAMPLE", String(repeating: "A", count: 4_096)) }),
    Breach(
      name: "not ASCII", code: .incompleteSignature, words: "not printable",
      breaking: { $0.replacing("AKIDEXAMPLE", "ÄKID") }),
    Breach(
      name: "signature in upper case", code: .invalidSignature, words: "does not match",
      breaking: { $0.changing("Authorization") { $0.dropLast(64) + $0.suffix(64).uppercased() } }),
    Breach(
      name: "signature cut", code: .invalidSignature, words: "does not match",
      breaking: { $0.changing("Authorization") { String($0.dropLast()) } }),
    Breach(
      name: "signed names out of order", code: .incompleteSignature, words: "in order",
      breaking: { $0.replacing("content-type;host", "host;content-type") }),
    Breach(
      name: "signed name twice", code: .incompleteSignature, words: "in order",
      breaking: { $0.replacing("=content-type;host", "=content-type;host;host") }),
    Breach(
      name: "signed name in upper case", code: .incompleteSignature, words: "lower case",
      breaking: { $0.replacing("=content-type;host", "=Content-Type;host") }),
    Breach(
      name: "empty signed name", code: .incompleteSignature, words: "separated by",
      breaking: { $0.replacing("=content-type;", "=;content-type;") }),
  ]

  static let scopeBreaches = [
    Breach(
      name: "another service", code: .invalidSignature,
      words: "Credential should be scoped to correct service: 'apigateway'.",
      signer: RequestSigner(credential: Example.credential, region: "us-east-1", service: "s3")),
    Breach(
      name: "no region", code: .invalidSignature, words: "valid region, not 'US_EAST'",
      signer: RequestSigner(
        credential: Example.credential, region: "US_EAST", service: "apigateway")),
    Breach(
      name: "another terminator", code: .invalidSignature,
      words: "valid terminator: 'aws4_request', not 'aws5_request'",
      breaking: { $0.replacing("aws4_request", "aws5_request") }),
    Breach(
      name: "another day in the scope", code: .invalidSignature,
      words: "'20150831' != '20150830', from '20150830T123600Z'.",
      breaking: { $0.replacing("/20150830/", "/20150831/") }),
    Breach(
      name: "another region in the scope", code: .invalidSignature, words: "does not match",
      breaking: { $0.replacing("/us-east-1/", "/us-east-2/") }),
    Breach(
      name: "the other service in the scope", code: .invalidSignature,
      words: "correct service: 'apigateway'.",
      breaking: { $0.replacing("/apigateway/", "/sts/") }),
    Breach(
      name: "no date", code: .incompleteSignature, words: "'X-Amz-Date' or a 'Date' header",
      breaking: { $0.changing("X-Amz-Date") { _ in nil } }),
    Breach(
      name: "a date in another form", code: .incompleteSignature, words: "ISO-8601",
      breaking: { $0.changing("X-Amz-Date") { _ in "2015-08-30T12:36:00Z" } }),
    Breach(
      name: "two dates", code: .incompleteSignature, words: "once",
      breaking: { $0.adding("x-amz-date", "20150830T123600Z") }),
    Breach(
      name: "Date does not stand in for a bad X-Amz-Date", code: .incompleteSignature,
      words: "ISO-8601",
      breaking: {
        $0.changing("X-Amz-Date") { _ in "x" }.adding("Date", "20150830T123600Z")
      }),
  ]

  static let contentBreaches = [
    Breach(
      name: "host not signed", code: .invalidSignature, words: "'Host' or ':authority' must be",
      breaking: { $0.replacing("content-type;host;", "content-type;") }),
    Breach(
      name: "unsigned x-amz field", code: .invalidSignature,
      words: "'x-amz-target' must be a 'SignedHeader'",
      breaking: { $0.adding("X-Amz-Target", "delete") }),
    Breach(
      name: "signed field repeated", code: .invalidSignature,
      words: "'content-type' is repeated",
      breaking: { $0.adding("content-TYPE", "text/plain") }),
    Breach(
      name: "signed field missing", code: .invalidSignature, words: "does not match",
      breaking: { $0.changing("Content-Type") { _ in nil } }),
    Breach(
      name: "unsigned payload", code: .invalidSignature, words: "Unsigned and streamed",
      original: Example.request(headers: [.init("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")])),
    Breach(
      name: "streamed payload", code: .invalidSignature, words: "Unsigned and streamed",
      original: Example.request(headers: [
        .init("X-Amz-Content-Sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
      ])),
    Breach(
      name: "the hash of another body", code: .invalidSignature,
      words: "does not match what was computed",
      original: Example.request(headers: [
        .init("X-Amz-Content-Sha256", String(repeating: "0", count: 64))
      ])),
    Breach(
      name: "session token", code: .unrecognizedClient, words: "security token",
      original: Example.request(headers: [.init("X-Amz-Security-Token", "abc")])),
    Breach(
      name: "presigned too", code: .incompleteSignature, words: "Presigned",
      original: Example.request("POST", "/apikeys?X-Amz-Signature=abc")),
    Breach(
      name: "presigned with an escape in the name", code: .incompleteSignature,
      words: "Presigned", original: Example.request("POST", "/apikeys?x=1&%78-amz-Expires=9")),
    Breach(
      name: "another secret", code: .invalidSignature, words: "does not match",
      signer: RequestSigner(
        credential: .init(accessKeyID: "AKIDEXAMPLE", secret: "wrong"), region: "us-east-1",
        service: "apigateway")),
    Breach(
      name: "an unknown access key", code: .invalidSignature, words: "does not match",
      signer: RequestSigner(
        credential: .init(accessKeyID: "AKIDNOBODY", secret: "wrong"), region: "us-east-1",
        service: "apigateway")),
    Breach(
      name: "another body", code: .invalidSignature, words: "does not match",
      breaking: {
        var request = $0
        request.body.append(UInt8(ascii: " "))
        return request
      }),
  ]

  @Test(arguments: fieldBreaches + scopeBreaches + contentBreaches)
  func ruleIsHeld(_ breach: Breach) throws {
    let signed = Example.signed(breach.original, by: breach.signer)
    let refusal = try #require(Example.refusal(of: breach.breaking(signed)))
    #expect(refusal.code == breach.code)
    #expect(refusal.message.contains(breach.words), "\(refusal.message)")
    #expect(refusal.status == 403)
  }

  @Test func wrongSecretAndUnknownKeyLookAlike() {
    let wrong = RequestSigner(
      credential: .init(accessKeyID: "AKIDEXAMPLE", secret: "x"), region: "r", service: "apigateway"
    )
    let unknown = RequestSigner(
      credential: .init(accessKeyID: "AKIDNOBODY", secret: "x"), region: "r", service: "apigateway")
    let first = Example.refusal(of: Example.signed(by: wrong))
    #expect(first != nil)
    #expect(first == Example.refusal(of: Example.signed(by: unknown)))
  }

  @Test(arguments: [-301, -300, -1, 0, 1, 300, 301])
  func skew(_ seconds: Int64) {
    let request = Example.signed(at: Example.now.adding(seconds: seconds))
    let refusal = Example.refusal(of: request)
    #expect((refusal == nil) == (abs(seconds) <= 300))
    let words = [
      -301: "Signature expired: 20150830T123059Z is now earlier than 20150830T123100Z "
        + "(20150830T123600Z - 5 min.)",
      301: "Signature not yet current: 20150830T124101Z is still later than 20150830T124100Z "
        + "(20150830T123600Z + 5 min.)",
    ]
    #expect(refusal?.message == words[Int(seconds)])
  }

  @Test func whatTheSignatureCoversComesBack() throws {
    let verified = try Example.verifier().verify(
      Example.signed(), for: "apigateway", at: Example.now, isChange: true, secret: Example.secret)
    #expect(verified.accessKeyID == "AKIDEXAMPLE")
    #expect(verified.signedAt == Example.now)
    #expect(
      verified.scope
        == SigningScope(day: "20150830", region: "us-east-1", service: "apigateway"))
  }

  @Test func theRightHashInAFieldIsAccepted() {
    let hash = String(
      decoding: Bytes.hexadecimal(SHA256.digest(Example.request().body)), as: UTF8.self)
    let request = Example.request(headers: [.init("x-amz-content-sha256", hash)])
    #expect(Example.refusal(of: Example.signed(request)) == nil)
  }

  @Test func dateFieldServesWithoutAnotherOne() throws {
    var request = Example.request(headers: [.init("Date", "Sun, 30 Aug 2015 12:36:00 GMT")])
    let names = ["date", "host"].map { Array($0.utf8) }
    let scope = SigningScope(day: "20150830", region: "eu-west-3", service: "apigateway")
    let text = CanonicalRequest(request, signedHeaders: names)
      .stringToSign(at: Example.now, scope: scope)
    let signature = SigningKey(secret: Example.credential.secret, scope: scope)
      .signature(of: text)
    request.headers.append(
      .init(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\(scope),SignedHeaders=date;host,"
          + "Signature=\(String(decoding: signature, as: UTF8.self))"))
    #expect(Example.refusal(of: request) == nil)
  }

  @Test func aSecretThatChangedIsNotServedFromMemory() {
    let verifier = Example.verifier()
    let request = Example.signed()
    var secret = Example.credential.secret
    func isAccepted() -> Bool {
      (try? verifier.verify(request, for: "apigateway", at: Example.now, isChange: false) { _ in
        secret
      }) != nil
    }
    #expect(isAccepted())
    secret = "another"
    #expect(!isAccepted())
    secret = Example.credential.secret
    #expect(isAccepted())
  }

  @Test func manyScopesAndKeysAreBounded() {
    var cache = SigningKeyCache()
    for index in 0..<1_000 {
      let credential = SigningCredential(
        accessKeyID: "K\(index % 300)", secret: "s\(index % 300)")
      let scope = SigningScope(day: "20150830", region: "r-\(index)", service: "sts")
      let key = cache.key(for: credential, scope: scope)
      let fresh = SigningKey(secret: credential.secret, scope: scope)
      #expect(key.signature(of: [1]) == fresh.signature(of: [1]))
      #expect(cache.count <= SigningLimits.cachedKeys)
    }
  }
}

extension RawRequest {
  /// The request with a text in its signature field replaced.
  func replacing(_ old: String, _ new: String) -> RawRequest {
    changing("Authorization") { $0.replacing(old, with: new) }
  }
}
