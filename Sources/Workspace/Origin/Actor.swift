import Glibc

/// Who asks for a change, as the journal names them.
public struct Actor: Sendable, Hashable, CustomStringConvertible {
  /// For example `ana@build-3`; at most 256 bytes of UTF-8.
  public var name: String

  /// An actor by name, cut to what the journal holds.
  public init(_ name: String) {
    var name = name
    while name.utf8.count > Self.limitBytes { name.removeLast() }
    self.name = name
  }

  /// The name.
  public var description: String { name }

  /// The user this process runs as, at this host: the same for console and command line, so that
  /// either can undo what the other did.
  public static func current() -> Actor {
    Actor("\(userName() ?? "uid \(geteuid())")@\(hostName() ?? "localhost")")
  }

  /// The longest name the journal takes, in bytes of UTF-8.
  private static let limitBytes = 256
  /// Room for a password entry, in bytes.
  private static let entryBytes = 16_384
  /// Room for a host name, in bytes.
  private static let hostBytes = 256

  private static func userName() -> String? {
    let fromEntry = withUnsafeTemporaryAllocation(of: CChar.self, capacity: entryBytes) {
      buffer -> String? in
      var entry = passwd()
      var found: UnsafeMutablePointer<passwd>?
      guard let base = buffer.baseAddress,
        getpwuid_r(geteuid(), &entry, base, buffer.count, &found) == 0,
        let name = found?.pointee.pw_name
      else { return nil }
      return String(cString: name)
    }
    if let fromEntry { return fromEntry }
    guard let user = getenv("USER") else { return nil }
    return String(cString: user)
  }

  private static func hostName() -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: hostBytes) { buffer -> String? in
      guard let base = buffer.baseAddress, gethostname(base, buffer.count - 1) == 0 else {
        return nil
      }
      buffer[buffer.count - 1] = 0
      return String(cString: base)
    }
  }
}
