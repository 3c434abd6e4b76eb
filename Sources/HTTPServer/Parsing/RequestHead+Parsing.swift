internal import CHTTPParser

extension RequestHead {
  /// Parses a head the scanner found complete, and refuses what has two readings.
  ///
  /// - Parameters:
  ///   - bytes: The first byte of the request line; must stay where it is while this is used.
  ///   - count: Bytes to the end of the empty line.
  ///   - scanner: The scanner that found the end.
  ///   - offset: How many bytes the scanner saw before `bytes`.
  ///   - limits: For the announced length of the body.
  /// - Returns: Nil if the request may be served.
  mutating func parse(
    _ bytes: UnsafePointer<UInt8>, count: Int, scanner: HeadScanner, offset: Int,
    limits: HTTPServerLimits
  ) -> HTTPRefusal? {
    base = bytes
    minorVersion = scanner.minorVersion
    targetStart = scanner.targetStart - offset
    targetCount = scanner.targetCount
    let error = ks_parse_request_head(
      &parsed, UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self), count)
    guard error == 0 else { return Self.refusal(ofParserError: error) }
    let number = ks_request_method(&parsed)
    guard let method = HTTPMethod(rawValue: UInt8(truncatingIfNeeded: number)) else {
      return .methodNotAllowed
    }
    self.method = method
    keepsAlive = ks_request_keeps_alive(&parsed) != 0
    return noteFields() ?? checkFraming(limits) ?? checkHost() ?? checkTarget() ?? checkExpect()
  }

  private static func refusal(ofParserError error: Int32) -> HTTPRefusal {
    switch http_errno(UInt32(error)) {
    case HPE_INVALID_METHOD: .unknownMethod
    case HPE_INVALID_VERSION: .unsupportedVersion
    case HPE_HEADER_OVERFLOW, HPE_CB_header_field: .headersTooLarge
    case HPE_INVALID_CONTENT_LENGTH, HPE_UNEXPECTED_CONTENT_LENGTH: .badContentLength
    case HPE_INVALID_TRANSFER_ENCODING: .badTransferEncoding
    case HPE_INVALID_URL, HPE_INVALID_HOST, HPE_INVALID_PORT, HPE_INVALID_PATH,
      HPE_INVALID_QUERY_STRING, HPE_INVALID_FRAGMENT:
      .malformedTarget
    default: .malformedHeader
    }
  }

  private mutating func noteFields() -> HTTPRefusal? {
    known = InlineArray(repeating: 0)
    repeated = 0
    for index in 0..<Int(parsed.field_count) {
      let name = name(at: index)
      // The library's table takes a blank as part of a name.
      for byte in name where byte == 0x20 { return .malformedHeader }
      guard !name.isEmpty else { return .malformedHeader }
      guard let header = HTTPKnownHeader.find(name) else { continue }
      if known[header.rawValue] == 0 {
        known[header.rawValue] = UInt8(truncatingIfNeeded: index + 1)
      } else {
        repeated |= 1 << UInt16(header.rawValue)
      }
    }
    return nil
  }

  /// Source: RFC 9112 §6.1 and §6.3.
  private mutating func checkFraming(_ limits: HTTPServerLimits) -> HTTPRefusal? {
    framing = .none
    if isRepeated(.contentLength) { return .badContentLength }
    if let encoding = value(of: .transferEncoding) {
      if minorVersion == 0 || isRepeated(.transferEncoding) { return .badTransferEncoding }
      if known[HTTPKnownHeader.contentLength.rawValue] != 0 { return .badContentLength }
      guard ASCII.equalsIgnoringCase(encoding, "chunked") else {
        return Self.refusal(ofEncoding: encoding)
      }
      framing = .chunked
    } else if known[HTTPKnownHeader.contentLength.rawValue] != 0 {
      let length = ks_request_content_length(&parsed)
      guard length != UInt64.max else { return .badContentLength }
      guard length <= UInt64(limits.bodyBytes) else { return .bodyTooLarge }
      framing = length == 0 ? .none : .length(Int(length))
    }
    return nil
  }

  /// `chunked` twice, or empty, is broken; anything else is a coding the server does not have.
  private static func refusal(ofEncoding value: UnsafeRawBufferPointer) -> HTTPRefusal {
    let codings = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true)
    let chunked = codings.count { coding in
      let coding = ASCII.trimmingBlanks(UnsafeRawBufferPointer(rebasing: coding))
      return ASCII.equalsIgnoringCase(coding, "chunked")
    }
    return chunked > 1 || codings.isEmpty ? .badTransferEncoding : .unsupportedTransferEncoding
  }

  /// Source: RFC 9112 §3.2.
  private func checkHost() -> HTTPRefusal? {
    guard let host = value(of: .host) else { return minorVersion == 0 ? nil : .badHost }
    return isRepeated(.host) || !HostRules.isValid(host) ? .badHost : nil
  }

  /// Leaves the path and query of an absolute target as the target.
  ///
  /// Source: RFC 9112 §3.2.
  private mutating func checkTarget() -> HTTPRefusal? {
    let target = target
    if target[0] == UInt8(ascii: "/") { return nil }
    if target.count == 1, target[0] == UInt8(ascii: "*") {
      return method == .options ? nil : .malformedTarget
    }
    guard let prefix = HostRules.schemeLength(target) else { return .malformedTarget }
    let slash = target[prefix...].firstIndex(of: UInt8(ascii: "/")) ?? target.count
    guard slash < target.count else { return .malformedTarget }
    let authority = UnsafeRawBufferPointer(rebasing: target[prefix..<slash])
    // A target that names another host than `Host` does is routed by one and checked by the other.
    guard let host = value(of: .host), ASCII.equalsIgnoringCase(authority, host) else {
      return .badHost
    }
    targetStart += slash
    targetCount -= slash
    return nil
  }

  private mutating func checkExpect() -> HTTPRefusal? {
    expectsContinue = false
    guard let value = value(of: .expect) else { return nil }
    guard ASCII.equalsIgnoringCase(value, "100-continue"), !isRepeated(.expect) else {
      return .unsupportedExpectation
    }
    // Source: RFC 9110 §10.1.1: an HTTP/1.0 client cannot mean it.
    expectsContinue = minorVersion > 0 && framing != .none
    return nil
  }
}
