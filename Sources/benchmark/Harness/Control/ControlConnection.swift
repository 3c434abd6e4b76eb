import Glibc

/// One kept connection that sends a request and waits for its answer.
///
/// A server that says it closes, as moto's does after every answer, is connected to anew for the next request.
final class ControlConnection {
  /// An answer.
  struct Answer {
    let status: Int
    let body: [UInt8]
  }

  private let port: UInt16
  private var descriptor: Int32 = -1
  private var received: [UInt8] = []

  init(port: UInt16) throws {
    self.port = port
    try connect()
  }

  deinit { disconnect() }

  /// Sends a request and takes its whole answer.
  ///
  /// - Throws: If the connection ended or the answer has no length.
  func exchange(_ request: [UInt8]) throws -> Answer {
    if descriptor < 0 { try connect() }
    guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
      throw BenchmarkError("a request could not be sent")
    }
    var searched = 0
    while true {
      try receive()
      if let blank = headEnd(from: searched) {
        return try answer(
          head: String(decoding: received[..<blank], as: UTF8.self), from: blank + 4)
      }
      searched = max(0, received.count - 3)
    }
  }

  private func answer(head: String, from start: Int) throws -> Answer {
    let lines = head.lowercased().split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
      let length = lines.first(where: { $0.hasPrefix("content-length:") })
        .flatMap({ Int($0.dropFirst(15).filter(\.isNumber)) })
    else { throw BenchmarkError("an answer has no length: \(head)") }
    while received.count < start + length { try receive() }
    let body = Array(received[start..<(start + length)])
    received.removeAll(keepingCapacity: true)
    if lines.contains("connection: close") { disconnect() }
    return Answer(status: status, body: body)
  }

  private func connect() throws {
    guard let descriptor = Loopback.connection(to: port) else {
      throw BenchmarkError("nothing listens on port \(port)")
    }
    self.descriptor = descriptor
    var isOn: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
  }

  private func disconnect() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  private func headEnd(from start: Int) -> Int? {
    guard received.count >= 4 else { return nil }
    return (start...(received.count - 4)).first { index in
      received[index] == 13 && received[index + 1] == 10 && received[index + 2] == 13
        && received[index + 3] == 10
    }
  }

  private func receive() throws {
    let count = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 { received.append(contentsOf: buffer[..<count]) }
      return count
    }
    guard count > 0 else { throw BenchmarkError("a connection ended before its answer") }
  }
}
