/// Decides whether a request is signed: the one place that does.
///
/// The rules are stricter than the general scheme where an administration's listener can afford it:
/// nothing presigned, no unsigned or streamed body, no session token, each field that could change
/// what is done under the signature, and each signature of a change used once (see `ReplayCache`).
/// Belongs to one thread.
public final class RequestVerifier {
  private let skewSeconds: Int64
  private var keys = SigningKeyCache()
  private var replays: ReplayCache
  /// Stands for access keys that do not exist, so that they cost the same as those that do.
  private let stranger: SigningCredential

  /// A verifier without memory of earlier requests.
  ///
  /// - Parameters:
  ///   - start: Now. Changes signed earlier are refused: a verifier before this one may have
  ///     accepted them.
  ///   - skewSeconds: How far a request's date may be from the clock, in seconds.
  public init(start: SigningTime, skewSeconds: Int64 = SigningLimits.skewSeconds) {
    self.skewSeconds = skewSeconds
    replays = ReplayCache(start: start, skewSeconds: skewSeconds)
    stranger = SigningCredential(
      accessKeyID: "",
      secret: String(decoding: Bytes.hexadecimal(SHA256.randomBytes(20)), as: UTF8.self))
  }

  /// Checks a request.
  ///
  /// - Parameters:
  ///   - request: Target, fields and body as received.
  ///   - service: The signing name of the service that is asked.
  ///   - now: The server's clock.
  ///   - isChange: True if the request can change something: then its signature is used up.
  ///   - secret: The secret of an access key; nil if there is no such key.
  /// - Throws: `SigningRefusal`.
  /// - Complexity: linear in the request; four authentication codes more for a key's first request
  ///   of a day.
  public func verify(
    _ request: RawRequest, for service: String, at now: SigningTime, isChange: Bool,
    secret: (_ accessKeyID: String) -> String?
  ) throws(SigningRefusal) -> VerifiedRequest {
    let (field, signedAt) = try claim(of: request, for: service, at: now)
    try checkPayload(of: request)
    let credential = secret(field.accessKeyID).map {
      SigningCredential(accessKeyID: field.accessKeyID, secret: $0)
    }
    let text = CanonicalRequest(request, signedHeaders: field.signedHeaders)
      .stringToSign(at: signedAt, scope: field.scope)
    let expected = keys.key(for: credential ?? stranger, scope: field.scope).signature(of: text)
    let isEqual = SHA256.isEqual(expected, field.signature)
    guard isEqual, credential != nil else { throw .mismatch }
    if isChange {
      try admit(request, field: field, signedAt: signedAt, now: now)
    }
    return VerifiedRequest(
      accessKeyID: field.accessKeyID, scope: field.scope, signedAt: signedAt)
  }

  /// Refuses a request that no body can make a signed one, before its body is taken.
  ///
  /// - Parameters:
  ///   - request: Target and fields as received.
  ///   - service: The signing name of the service that is asked.
  ///   - now: The server's clock.
  /// - Throws: `SigningRefusal`, as `verify` would for the whole request.
  public func checkHead(
    of request: RawRequest, for service: String, at now: SigningTime
  ) throws(SigningRefusal) {
    _ = try claim(of: request, for: service, at: now)
  }

  /// What a request says about its signature, as far as its head alone can be held against it.
  private func claim(
    of request: RawRequest, for service: String, at now: SigningTime
  ) throws(SigningRefusal) -> (field: AuthorizationField, signedAt: SigningTime) {
    let field = try authorization(of: request)
    let signedAt = try date(of: request)
    try checkScope(field.scope, service: service, signedAt: signedAt)
    try checkHeaders(of: request, signed: field.signedHeaders)
    try checkSkew(signedAt, now: now)
    return (field, signedAt)
  }

  private func authorization(of request: RawRequest) throws(SigningRefusal) -> AuthorizationField {
    try refusePresigned(request)
    switch request.count(of: "authorization") {
    case 0: throw SigningRefusal(.missingAuthenticationToken, "Missing Authentication Token")
    case 1: break
    default:
      throw SigningRefusal(.incompleteSignature, "There is more than one Authorization header.")
    }
    if request.count(of: "x-amz-security-token") > 0 {
      throw SigningRefusal(
        .unrecognizedClient, "The security token included in the request is invalid.")
    }
    return try AuthorizationField(request.onlyValue("authorization") ?? [])
  }

  private func checkScope(
    _ scope: SigningScope, service: String, signedAt: SigningTime
  ) throws(SigningRefusal) {
    guard scope.service == service else {
      throw SigningRefusal(
        .invalidSignature, "Credential should be scoped to correct service: '\(service)'.")
    }
    guard Self.isRegion(scope.region) else {
      throw SigningRefusal(
        .invalidSignature,
        "Credential should be scoped to a valid region, not '\(scope.region)'.")
    }
    guard scope.day == signedAt.dayText else {
      throw SigningRefusal(
        .invalidSignature,
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from "
          + "HTTP: '\(scope.day)' != '\(signedAt.dayText)', from '\(signedAt.basicText)'.")
    }
  }

  private func checkSkew(_ signedAt: SigningTime, now: SigningTime) throws(SigningRefusal) {
    let minutes = skewSeconds / 60
    let (earliest, latest) = (now.adding(seconds: -skewSeconds), now.adding(seconds: skewSeconds))
    if signedAt.seconds < earliest.seconds {
      throw SigningRefusal(
        .invalidSignature,
        "Signature expired: \(signedAt.basicText) is now earlier than \(earliest.basicText) "
          + "(\(now.basicText) - \(minutes) min.)")
    }
    if signedAt.seconds > latest.seconds {
      throw SigningRefusal(
        .invalidSignature,
        "Signature not yet current: \(signedAt.basicText) is still later than "
          + "\(latest.basicText) (\(now.basicText) + \(minutes) min.)")
    }
  }

  private func admit(
    _ request: RawRequest, field: AuthorizationField, signedAt: SigningTime, now: SigningTime
  ) throws(SigningRefusal) {
    let use = SignatureUse(request, field: field, signedAt: signedAt)
    switch replays.admit(use, at: now) {
    case .admitted: return
    case .tooOld(let earliest):
      throw SigningRefusal(
        .invalidSignature,
        "Signature expired: \(signedAt.basicText) is now earlier than \(earliest.basicText), from "
          + "when on used signatures are remembered. Sign the request again.")
    case .repeated:
      throw SigningRefusal(
        .invalidSignature,
        "This signature was used before. Sign the request again with the current time.")
    }
  }

  /// True for the form regions have; which one it is does not matter here, since there is only one.
  private static func isRegion(_ region: String) -> Bool {
    region.utf8.count <= 64
      && region.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
