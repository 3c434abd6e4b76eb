/// Which `Host` a request may carry, so that a page in a browser cannot reach the listener by a name of
/// its own that resolves here.
struct HostPolicy: Sendable {
  /// The address the listener is bound to, without its port.
  let boundHost: String
  /// Whether requests are signed: then the signature covers the name, and the service's own names, which
  /// tools use behind a proxy, are taken too.
  let acceptsServiceNames: Bool

  /// Whether a request with this `Host` is answered.
  func accepts(_ host: String) -> Bool {
    let name = Self.name(host).lowercased()
    if name == "localhost" || name.hasSuffix(".localhost") || name == boundHost.lowercased() {
      return true
    }
    if name == "::1" || Self.isLoopbackAddress(name) { return true }
    guard acceptsServiceNames else { return false }
    return name.hasSuffix(".amazonaws.com")
      && (name.hasPrefix("apigateway.") || name.hasPrefix("sts."))
  }

  /// A name or address without port and brackets.
  private static func name(_ host: String) -> String {
    if host.hasPrefix("[") {
      return String(host.dropFirst().prefix { $0 != "]" })
    }
    return String(host.prefix { $0 != ":" })
  }

  private static func isLoopbackAddress(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
