/// The form of a request that is hashed into its signature.
///
/// Source: AWS General Reference, "Create a signed AWS API request", steps 1 to 3.
struct CanonicalRequest {
  /// The bytes that are hashed.
  let bytes: [UInt8]

  /// Puts a request into its canonical form.
  ///
  /// - Parameters:
  ///   - request: The request as on the wire.
  ///   - signedHeaders: Names in lower case, in order; each occurs in the request.
  /// - Complexity: O(b + s·h) for b bytes, s signed names and h header fields.
  init(_ request: RawRequest, signedHeaders: [[UInt8]]) {
    let newline = UInt8(ascii: "\n")
    let path = request.target.prefix { $0 != UInt8(ascii: "?") }
    let query = request.target[path.endIndex...].dropFirst()
    var bytes = request.method
    bytes.append(newline)
    bytes += CanonicalTarget.path(path)
    bytes.append(newline)
    bytes += CanonicalTarget.query(query)
    bytes.append(newline)
    let names = request.headers.map { Bytes.lowercased($0.name) }
    for name in signedHeaders {
      bytes += name
      bytes.append(UInt8(ascii: ":"))
      let values = zip(names, request.headers).filter { $0.0 == name }.map { $0.1.value }
      bytes += values.map(Bytes.folded).joined(separator: [UInt8(ascii: ",")])
      bytes.append(newline)
    }
    bytes.append(newline)
    bytes += signedHeaders.joined(separator: [UInt8(ascii: ";")])
    bytes.append(newline)
    bytes += Bytes.hexadecimal(SHA256.digest(request.body))
    self.bytes = bytes
  }

  /// The text whose authentication code is the signature.
  func stringToSign(at time: SigningTime, scope: SigningScope) -> [UInt8] {
    Array("\(AuthorizationField.algorithm)\n\(time.basicText)\n\(scope)\n".utf8)
      + Bytes.hexadecimal(SHA256.digest(bytes))
  }
}
