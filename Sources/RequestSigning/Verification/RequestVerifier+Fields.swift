extension RequestVerifier {
  /// Refuses signatures in the query: whoever has such an address could use it.
  func refusePresigned(_ request: RawRequest) throws(SigningRefusal) {
    let query = request.target.drop { $0 != UInt8(ascii: "?") }.dropFirst()
    for parameter in query.split(separator: UInt8(ascii: "&")) {
      let name = PercentEncoding.decoded(parameter.prefix { $0 != UInt8(ascii: "=") })
      if Bytes.lowercased(name).starts(with: "x-amz-".utf8) {
        throw SigningRefusal(
          .incompleteSignature,
          "Presigned requests are not accepted here; sign in the Authorization header.")
      }
    }
  }

  /// The moment a request says it was signed at: `X-Amz-Date`, else `Date`.
  func date(of request: RawRequest) throws(SigningRefusal) -> SigningTime {
    if request.count(of: "x-amz-date") > 0 {
      // The scheme knows one form in this field.
      if let value = request.onlyValue("x-amz-date"), let time = SigningTime.basic(value) {
        return time
      }
    } else if request.count(of: "date") > 0 {
      if let value = request.onlyValue("date"), let time = SigningTime(value) { return time }
    } else {
      throw SigningRefusal(
        .incompleteSignature,
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
    }
    throw SigningRefusal(
      .incompleteSignature,
      "Date must be in ISO-8601 'basic format', once. See "
        + "https://en.wikipedia.org/wiki/ISO_8601")
  }

  /// Makes sure that what could change a request's meaning is under its signature.
  func checkHeaders(
    of request: RawRequest, signed: [[UInt8]]
  ) throws(SigningRefusal) {
    let signed = Set(signed)
    guard signed.contains(Array("host".utf8)) else {
      throw SigningRefusal(
        .invalidSignature,
        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")
    }
    var seen: Set<[UInt8]> = []
    for header in request.headers {
      let name = Bytes.lowercased(header.name)
      if signed.contains(name) {
        guard seen.insert(name).inserted else {
          throw SigningRefusal(
            .invalidSignature,
            "The signed header '\(String(decoding: name, as: UTF8.self))' is repeated.")
        }
      } else if name.starts(with: "x-amz-".utf8) {
        throw SigningRefusal(
          .invalidSignature,
          "'\(String(decoding: name, as: UTF8.self))' must be a 'SignedHeader' in the AWS "
            + "Authorization.")
      }
    }
    // A name without its field would be signed as an empty one.
    guard seen.count == signed.count else { throw .mismatch }
  }

  /// Refuses bodies that are not under the signature.
  func checkPayload(of request: RawRequest) throws(SigningRefusal) {
    guard request.count(of: "x-amz-content-sha256") > 0 else { return }
    let value = request.onlyValue("x-amz-content-sha256") ?? []
    guard Bytes.isDigestText(value) else {
      throw SigningRefusal(
        .invalidSignature,
        "Unsigned and streamed payloads are not accepted here; x-amz-content-sha256 must be the "
          + "SHA-256 of the body.")
    }
    guard value == Bytes.hexadecimal(SHA256.digest(request.body)) else {
      throw SigningRefusal(
        .invalidSignature,
        "The provided 'x-amz-content-sha256' header does not match what was computed.")
    }
  }
}
