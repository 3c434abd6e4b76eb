import Glibc

/// Asks a server the same question over one connection, again and again.
final class HTTPProbe {
  private let port: UInt16
  private let request: [UInt8]
  private var descriptor: Int32 = -1

  /// - Parameters:
  ///   - port: Where to ask, on this machine.
  ///   - path: For what.
  ///   - key: The value of `x-api-key`.
  init(port: UInt16, path: String, key: String) {
    self.port = port
    request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Api-Key: \(key)\r\n\r\n".utf8)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The status of an answer; a server that closed its connection is asked over a new one.
  func status() throws -> Int {
    for _ in 1...3 {
      if descriptor < 0 { descriptor = Loopback.connection(to: port) ?? -1 }
      if descriptor >= 0, let status = exchange() { return status }
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
    throw BenchmarkError("the server on port \(port) does not answer")
  }

  private func exchange() -> Int? {
    guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
    else { return nil }
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { return nil }
      answer += piece[..<count]
      if let status = Self.status(in: answer) { return status }
    }
  }

  /// The status, once head and body are there.
  private static func status(in answer: [UInt8]) -> Int? {
    let end: [UInt8] = [13, 10, 13, 10]
    guard let blank = answer.indices.first(where: { answer[$0...].starts(with: end) })
    else { return nil }
    let fields = answer[..<blank].split(separator: 10).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    let length = fields.first { $0.hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).filter(\.isNumber)) }
    guard answer.count - blank - end.count >= length ?? 0 else { return nil }
    return fields.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }
}
