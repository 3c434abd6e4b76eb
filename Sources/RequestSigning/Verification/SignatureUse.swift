/// One use of a signature, as the replay cache remembers it.
struct SignatureUse {
  /// The first half of a signature: 128 bits tell any two apart.
  struct Digest: Hashable {
    let high: UInt64
    let low: UInt64
  }

  /// What tells two calls of an SDK apart that have the same signature.
  enum Nonce: Hashable {
    /// Under the signature: equal signatures are the same call.
    case signed
    /// Beside the signature; a hash of it.
    case unsigned(Int)
    /// The client sends none.
    case absent
  }

  let accessKeyID: String
  let digest: Digest
  let signedAt: SigningTime
  let nonce: Nonce
}

extension SignatureUse {
  /// The use a request makes of its signature.
  init(_ request: RawRequest, field: AuthorizationField, signedAt: SigningTime) {
    accessKeyID = field.accessKeyID
    digest = Digest(
      high: Self.word(field.signature[0..<16]), low: Self.word(field.signature[16..<32]))
    self.signedAt = signedAt
    nonce = Self.nonce(of: request, signed: field.signedHeaders)
  }

  private static func nonce(of request: RawRequest, signed: [[UInt8]]) -> Nonce {
    guard let call = request.onlyValue("amz-sdk-invocation-id") else { return .absent }
    if signed.contains(Array("amz-sdk-invocation-id".utf8)) { return .signed }
    var hasher = Hasher()
    hasher.combine(call)
    // The attempt tells a retry within the same second from the call it repeats.
    hasher.combine(request.onlyValue("amz-sdk-request"))
    return .unsigned(hasher.finalize())
  }

  private static func word(_ digits: ArraySlice<UInt8>) -> UInt64 {
    digits.reduce(0) { $0 << 4 | UInt64(Bytes.value(ofHexadecimal: $1) ?? 0) }
  }
}
