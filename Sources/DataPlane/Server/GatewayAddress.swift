/// An address to listen on, written `HOST:PORT` or `[IPv6]:PORT`.
public struct GatewayAddress: Sendable, Hashable {
  /// A numeric address; `localhost` is read as `127.0.0.1`.
  public var host: String
  /// 0 for a free port.
  public var port: UInt16

  /// The default: this machine alone.
  public static let standard = GatewayAddress(host: "127.0.0.1", port: 8_480)

  /// An address.
  public init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`, or nil if the text is anything else.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...])
    else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard !host.isEmpty else { return nil }
    self.init(host: host == "localhost" ? "127.0.0.1" : host, port: port)
  }

  /// Whether only this machine can reach it.
  public var isLoopback: Bool { host.hasPrefix("127.") || host == "::1" }

  /// The address in a URL.
  public var url: String {
    host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
  }
}
