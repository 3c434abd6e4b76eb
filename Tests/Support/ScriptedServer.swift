import CSystem
import Foundation
import Glibc
import Synchronization

/// A server on the loopback that reads requests and answers with bytes the test gives, on a thread of
/// its own, so that a client under test has somebody real to talk to.
public final class ScriptedServer: Sendable {
  /// What the server does with the connection after an answer.
  public enum Next: Sendable {
    /// Reads the next request from the same connection.
    case keepOpen
    /// Closes the connection.
    case close
  }

  /// Given the whole request, head and body as they came, says what to send and what to do then.
  public typealias Script = @Sendable (_ request: [UInt8]) -> (bytes: [UInt8], next: Next)

  /// The port it listens on.
  public let port: UInt16
  private let listener: Int32
  private let accepted = Mutex(0)
  private let script: Script

  /// Starts listening on a free port of 127.0.0.1.
  public init(_ script: @escaping Script) throws {
    self.script = script
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, generic, &length) == 0
      }
    }
    guard result else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in acceptAll() }
  }

  deinit {
    close(listener)
  }

  /// Connections accepted so far.
  public var connectionCount: Int { accepted.withLock { $0 } }

  /// Stops listening; connections that are open go on.
  public func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func acceptAll() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      accepted.withLock { $0 += 1 }
      Thread.detachNewThread { [script] in Self.serve(connection, script) }
    }
  }

  private static func serve(_ connection: Int32, _ script: Script) {
    defer { close(connection) }
    var received: [UInt8] = []
    while let length = requestLength(&received, connection) {
      let request = Array(received[..<length])
      received.removeFirst(length)
      let (bytes, next) = script(request)
      guard sendAll(connection, bytes), case .keepOpen = next else { return }
    }
  }

  /// Reads until one whole request is there; nil when the client has gone.
  private static func requestLength(_ received: inout [UInt8], _ connection: Int32) -> Int? {
    while true {
      if let length = HTTPFraming.length(of: received) { return length }
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      received += piece[..<count]
    }
  }

  private static func sendAll(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
