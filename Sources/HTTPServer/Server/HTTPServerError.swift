internal import Glibc

/// Why a server could not listen.
public struct HTTPServerError: Error, Equatable, CustomStringConvertible {
  /// The address asked for.
  public let address: String

  /// The port asked for.
  public let port: UInt16

  /// The system's error number: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`; `EINVAL` for an address
  /// that is not numeric.
  public let errno: Int32

  /// The address with the system's own words for the error.
  public var description: String {
    "cannot listen on \(address) port \(port): \(String(cString: strerror(errno)))"
  }
}
