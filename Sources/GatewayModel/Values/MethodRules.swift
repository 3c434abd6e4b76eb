/// What a method's verb and backend may be.
///
/// Source: recorded answers of PutMethod and PutIntegration.
public enum MethodRules {
  /// What a backend may take to answer, in milliseconds.
  public static let timeoutMilliseconds = 50...29_000

  /// Refuses a verb a method cannot have.
  ///
  /// - Parameters:
  ///   - httpMethod: Upper case, for example `GET` or `ANY`.
  ///   - field: The input member it came in.
  /// - Throws: `badRequest`.
  public static func check(
    httpMethod: String, field: String = "httpMethod"
  ) throws(CommandError) {
    guard Method.httpMethods.contains(httpMethod) else {
      let verbs = Method.httpMethods.joined(separator: ",")
      throw CommandError(
        .badRequest, "Invalid HttpMethod specified. Valid options are \(verbs)", field: field,
        remedy: "Use one of \(verbs), in upper case.")
    }
  }

  /// Refuses a backend address that is not `http://…` or `https://…`.
  ///
  /// - Parameters:
  ///   - endpoint: May hold `{parameter}` and `${stageVariables.name}`.
  ///   - field: The input member it came in.
  /// - Throws: `badRequest`.
  public static func check(endpoint: String, field: String = "uri") throws(CommandError) {
    let scheme = ["https://", "http://"].first {
      endpoint.prefix($0.count).lowercased() == $0
    }
    let rest = endpoint.dropFirst(scheme?.count ?? 0)
    let hasHost = rest.utf8.first.map { !"/?#:".utf8.contains($0) } ?? false
    guard scheme != nil, hasHost, rest.utf8.allSatisfy(ASCII.isVisible) else {
      throw CommandError(
        .badRequest, "Invalid HTTP endpoint specified for URI", field: field,
        remedy: "Use an address such as http://127.0.0.1:8080/pets.")
    }
  }

  /// Refuses a backend address that no request could reach: what API Gateway refuses, and a port that is
  /// none, which it takes.
  ///
  /// - Parameters:
  ///   - address: As a person gives it; may hold `{parameter}` and `${stageVariables.name}`.
  ///   - field: The input member it came in.
  /// - Throws: `badRequest`.
  public static func check(
    backendAddress address: String, field: String = "uri"
  ) throws(CommandError) {
    try check(endpoint: address, field: field)
    guard let start = address.firstRange(of: "://")?.upperBound else { return }
    let authority = address[start...].prefix { !"/?#".contains($0) }
    // A name and password before the host are nobody's to see.
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    guard let colon = host.lastIndex(of: ":") else { return }
    let port = host[host.index(after: colon)...]
    // A stage variable, or the groups of an IPv6 address in brackets.
    guard !port.contains("}"), !port.contains("]") else { return }
    guard !port.hasPrefix("+"), let number = UInt16(port), number > 0 else {
      throw CommandError(
        .badRequest, "\(port.isEmpty ? "An empty text" : String(port)) is no port", field: field,
        remedy: "Use a port from 1 to 65535, as in http://127.0.0.1:8080/pets.")
    }
  }

  /// Refuses a backend time-out outside the permitted range.
  ///
  /// - Throws: `badRequest`.
  public static func check(
    timeoutInMillis: Int, field: String = "timeoutInMillis"
  ) throws(CommandError) {
    guard timeoutMilliseconds.contains(timeoutInMillis) else {
      let (least, most) = (timeoutMilliseconds.lowerBound, timeoutMilliseconds.upperBound)
      throw CommandError(
        .badRequest, "Timeout should be between \(least) ms and \(most) ms", field: field,
        remedy: "Use a whole number of milliseconds from \(least) to \(most).")
    }
  }
}
