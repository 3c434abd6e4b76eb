/// The parts of an `Authorization` field of Signature Version 4.
struct AuthorizationField {
  /// The only algorithm there is here.
  static let algorithm = "AWS4-HMAC-SHA256"

  let accessKeyID: String
  let scope: SigningScope
  /// Names in lower case, strictly ascending.
  let signedHeaders: [[UInt8]]
  /// 64 lower-case hexadecimal digits.
  let signature: [UInt8]

  /// Reads the field.
  ///
  /// - Throws: `SigningRefusal` with the words API Gateway has for a field that is not whole.
  init(_ field: [UInt8]) throws(SigningRefusal) {
    let parameters = try Self.parameters(field)
    let missing = Self.names.filter { parameters[$0] == nil }
    guard let credential = parameters["Credential"], let names = parameters["SignedHeaders"],
      let signature = parameters["Signature"]
    else {
      let words = missing.map { "Authorization header requires '\($0)' parameter." }
      throw SigningRefusal(.incompleteSignature, words.joined(separator: " "))
    }
    (accessKeyID, scope) = try Self.credential(credential)
    signedHeaders = try Self.headerNames(names)
    self.signature = Array(signature.utf8)
    guard Bytes.isDigestText(self.signature) else { throw .mismatch }
  }

  private static let names = ["Credential", "Signature", "SignedHeaders"]

  private static func parameters(_ field: [UInt8]) throws(SigningRefusal) -> [String: String] {
    guard field.count <= SigningLimits.authorizationBytes,
      field.allSatisfy({ (0x20...0x7E).contains($0) })
    else {
      throw SigningRefusal(
        .incompleteSignature, "The Authorization header is too long or not printable ASCII.")
    }
    // Cut as bytes: every request comes through here, and what is cut is ASCII.
    let algorithm = field.prefix { $0 != space }
    guard algorithm.elementsEqual(Self.algorithm.utf8) else {
      throw SigningRefusal(
        .incompleteSignature, "Unsupported AWS 'algorithm': '\(text(algorithm))'.")
    }
    var parameters: [String: String] = [:]
    for part in field[algorithm.endIndex...].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    {
      let words = trimmingSpaces(part)
      guard let equals = words.firstIndex(of: UInt8(ascii: "=")) else {
        throw SigningRefusal(
          .incompleteSignature,
          "'\(text(words))' not a valid key=value pair (missing equal-sign) in Authorization "
            + "header.")
      }
      let name = text(words[..<equals])
      guard names.contains(name), parameters[name] == nil else {
        throw SigningRefusal(
          .incompleteSignature, "'\(name)' is unknown or repeated in Authorization header.")
      }
      parameters[name] = text(words[(equals + 1)...])
    }
    return parameters
  }

  private static func credential(
    _ text: String
  ) throws(SigningRefusal) -> (String, SigningScope) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count == 5, !parts.contains("") else {
      throw SigningRefusal(
        .incompleteSignature,
        "Credential must have exactly 5 slash-delimited elements, e.g. "
          + "keyid/date/region/service/term, got '\(text)'")
    }
    guard parts[4] == SigningScope.terminator else {
      throw SigningRefusal(
        .invalidSignature,
        "Credential should be scoped with a valid terminator: '\(SigningScope.terminator)', "
          + "not '\(parts[4])'.")
    }
    return (parts[0], SigningScope(day: parts[1], region: parts[2], service: parts[3]))
  }

  private static func headerNames(_ text: String) throws(SigningRefusal) -> [[UInt8]] {
    let names = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(Array.init)
    let isOrdered = zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
    guard names.count <= SigningLimits.signedHeaders, isOrdered,
      names.allSatisfy({ !$0.isEmpty && $0 == Bytes.lowercased($0) })
    else {
      throw SigningRefusal(
        .incompleteSignature,
        "SignedHeaders must be at most \(SigningLimits.signedHeaders) names in lower case, in "
          + "order, separated by semicolons.")
    }
    return names
  }

  private static let space = UInt8(ascii: " ")

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmingSpaces(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0 == space }
    while bytes.last == space { bytes.removeLast() }
    return bytes
  }
}
