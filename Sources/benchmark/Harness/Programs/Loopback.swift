import Glibc

/// Connections on this machine.
enum Loopback {
  /// How long a server may take until it listens.
  private static let startLimit = Duration.seconds(10)
  /// How long to wait until it is tried again, in microseconds.
  private static let retryMicroseconds: UInt32 = 5_000

  /// A port nobody listens on now.
  static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 ? getsockname(descriptor, pointer, &length) : -1
      }
    }
    guard result == 0 else { throw BenchmarkError("there is no free port") }
    return UInt16(bigEndian: address.sin_port)
  }

  /// A connection to a port; nil if nobody listens there.
  static func connection(to port: UInt16) -> Int32? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    let address = address(port: port)
    let result = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Waits until somebody listens on a port.
  static func waitForListener(on port: UInt16) throws {
    let deadline = ContinuousClock.now + startLimit
    while ContinuousClock.now < deadline {
      if let descriptor = connection(to: port) {
        close(descriptor)
        return
      }
      usleep(retryMicroseconds)
    }
    throw BenchmarkError("nothing listens on port \(port)")
  }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
