/// Where a server listens.
public struct ServerAddresses: Sendable, Hashable {
  /// The gateway's address, for example `http://127.0.0.1:8480`.
  public var gateway: String
  /// The control plane's address; nil if it is switched off.
  public var control: String?

  /// Addresses.
  public init(gateway: String, control: String? = nil) {
    self.gateway = gateway
    self.control = control
  }

  /// The addresses as a registration holds them, a line each.
  var text: String {
    gateway + "\n" + (control.map { "\($0)\n" } ?? "")
  }

  /// Reads a registration; nil without a gateway. A line that is not ended is still being written.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let first = lines.first, !first.isEmpty else { return nil }
    self.init(gateway: String(first), control: lines.dropFirst().first.map(String.init))
  }
}
