/// Signs requests as AWS's own clients do.
///
/// For the load generator and the tests: what it signs is what the verifier of the control plane has
/// to accept.
public struct RequestSigner: Sendable {
  /// Fields that proxies and HTTP libraries add or change, which a signature therefore leaves out.
  static let unsignedHeaders: Set<String> = [
    "authorization", "connection", "expect", "keep-alive", "transfer-encoding", "user-agent",
    "x-amzn-trace-id",
  ]

  /// Whose signature it is.
  public var credential: SigningCredential
  /// The region in the scope.
  public var region: String
  /// The service's signing name in the scope.
  public var service: String

  /// A signer.
  public init(credential: SigningCredential, region: String, service: String) {
    self.credential = credential
    self.region = region
    self.service = service
  }

  /// Adds `X-Amz-Date` and `Authorization` to a request.
  ///
  /// - Parameters:
  ///   - request: A request with its `Host` field and without the two.
  ///   - time: When it is signed.
  /// - Complexity: O(n·h) for n signed names and h header fields, and the hash of the body.
  public func sign(_ request: inout RawRequest, at time: SigningTime) {
    request.headers.append(.init("X-Amz-Date", time.basicText))
    let names = Set(request.headers.map { Bytes.lowercased($0.name) }).filter {
      !Self.unsignedHeaders.contains(String(decoding: $0, as: UTF8.self))
    }
    let signed = names.sorted { $0.lexicographicallyPrecedes($1) }
    let scope = SigningScope(day: time.dayText, region: region, service: service)
    let text = CanonicalRequest(request, signedHeaders: signed)
      .stringToSign(at: time, scope: scope)
    let signature = SigningKey(secret: credential.secret, scope: scope).signature(of: text)
    let field =
      Array("\(AuthorizationField.algorithm) Credential=\(credential.accessKeyID)/\(scope)".utf8)
      + Array(", SignedHeaders=".utf8) + signed.joined(separator: [UInt8(ascii: ";")])
      + Array(", Signature=".utf8) + signature
    request.headers.append(.init(name: Array("Authorization".utf8), value: field))
  }
}
