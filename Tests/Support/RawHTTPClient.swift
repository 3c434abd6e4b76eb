import CSystem
import Foundation

/// A blocking HTTP/1.1 client for tests that want to say exactly which bytes they send.
///
/// It adds nothing to what it is given and checks nothing but the framing of answers.
public final class RawHTTPClient {
  /// Why an answer could not be read.
  public enum Failure: Error, Equatable {
    /// No connection; the system's error number.
    case connect(Int32)
    /// The connection ended before, or in, an answer.
    case closed
    /// Nothing came within the time limit.
    case timedOut
    /// What came is no HTTP/1.x answer.
    case malformed(String)
  }

  /// One answer.
  public struct Response: Sendable, CustomStringConvertible {
    /// The status code.
    public var status: Int
    /// The header fields in order, names as sent.
    public var headers: [(name: String, value: String)]
    /// The body, without chunk framing.
    public var body: [UInt8]

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of the first field with a name in any case.
    public func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Status and body, for failure messages.
    public var description: String { "\(status) \(text)" }
  }

  private let descriptor: Int32
  private var received: [UInt8] = []

  /// Connects.
  ///
  /// - Parameters:
  ///   - port: The server's port.
  ///   - address: A numeric address.
  ///   - timeoutMilliseconds: How long one send or receive may take before the test has failed.
  public init(
    port: UInt16, address: String = "127.0.0.1", timeoutMilliseconds: Int32 = 10_000
  ) throws {
    let descriptor = ks_tcp_connect(address, port)
    guard descriptor >= 0 else { throw Failure.connect(-descriptor) }
    self.descriptor = descriptor
    _ = ks_socket_set_timeout(descriptor, timeoutMilliseconds)
  }

  deinit {
    close(descriptor)
  }

  /// Sends text as it is.
  public func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  /// Sends bytes as they are.
  public func send(_ bytes: [UInt8]) throws {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        ks_socket_send(descriptor, $0.baseAddress! + offset, bytes.count - offset, nil, 0)
      }
      guard count > 0 else { throw count == -Int(EAGAIN) ? Failure.timedOut : Failure.closed }
      offset += count
    }
  }

  /// Ends the sending side; answers can still be read.
  public func endSending() {
    _ = ks_socket_end_writing(descriptor)
  }

  /// Closes the connection with a reset in place of an orderly end.
  public func resetOnClose() {
    _ = ks_socket_reset_on_close(descriptor)
  }

  /// Sends a request and reads its answer; the connection stays open.
  ///
  /// - Parameters:
  ///   - method: Such as `GET`.
  ///   - target: Such as `/pets?limit=1`.
  ///   - headers: Fields beside `Host` and, for a body, `Content-Length`.
  ///   - body: The body, if any.
  public func request(
    _ method: String, _ target: String, headers: [(String, String)] = [], body: [UInt8]? = nil
  ) throws -> Response {
    var head = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if let body { head += "Content-Length: \(body.count)\r\n" }
    try send(Array((head + "\r\n").utf8) + (body ?? []))
    return try readResponse(toHead: method == "HEAD")
  }

  /// Reads one final answer; interim answers are read over.
  ///
  /// - Parameter toHead: True if it answers a `HEAD`, and so has no body whatever it says.
  public func readResponse(toHead: Bool = false) throws -> Response {
    while true {
      let response = try readAnyResponse(toHead: toHead)
      if response.status >= 200 { return response }
    }
  }

  /// Reads one answer, which may be an interim one such as 100.
  ///
  /// - Parameter toHead: True if it answers a `HEAD`.
  public func readAnyResponse(toHead: Bool = false) throws -> Response {
    var response = try readHead()
    if toHead || response.status < 200 || response.status == 204 || response.status == 304 {
      return response
    }
    if response.header("transfer-encoding")?.lowercased() == "chunked" {
      response.body = try readChunks()
    } else if let text = response.header("content-length") {
      guard let count = Int(text) else { throw Failure.malformed("Content-Length: \(text)") }
      response.body = try take(count)
    } else {
      response.body = try readToEnd()
    }
    return response
  }

  /// Reads up to a number of bytes as they come, at least one; empty at the end of the stream.
  public func readSome(upTo limit: Int = 65_536) throws -> [UInt8] {
    if received.isEmpty, try !receive(upTo: limit) { return [] }
    let count = min(limit, received.count)
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }

  /// Reads everything to the end of the stream.
  public func readToEnd() throws -> [UInt8] {
    while try receive(upTo: 65_536) {}
    defer { received = [] }
    return received
  }

  /// True if the server ended, or reset, the connection and nothing was left to read.
  public func isClosedByServer() throws -> Bool {
    do { return try readSome().isEmpty } catch Failure.closed { return true }
  }

  private func readHead() throws -> Response {
    let status = try readLine()
    let parts = status.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let code = Int(parts[1]) else {
      throw Failure.malformed(status)
    }
    var response = Response(status: code, headers: [], body: [])
    while true {
      let line = try readLine()
      if line.isEmpty { return response }
      guard let colon = line.firstIndex(of: ":") else { throw Failure.malformed(line) }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      response.headers.append((name: String(line[..<colon]), value: value))
    }
  }

  private func readChunks() throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try readLine()
      guard let count = Int(line, radix: 16) else { throw Failure.malformed(line) }
      body += try take(count)
      let end = try readLine()
      guard end.isEmpty else { throw Failure.malformed(end) }
      if count == 0 { return body }
    }
  }

  private func readLine() throws -> String {
    var searched = 0
    while true {
      if let end = received[searched...].firstIndex(of: 0x0A) {
        guard end > 0, received[end - 1] == 0x0D else { throw Failure.malformed("bare line feed") }
        defer { received.removeFirst(end + 1) }
        return String(decoding: received[..<(end - 1)], as: UTF8.self)
      }
      searched = received.count
      guard try receive(upTo: 65_536) else { throw Failure.closed }
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while received.count < count {
      guard try receive(upTo: 1 << 20) else { throw Failure.closed }
    }
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }

  /// False at the end of the stream.
  private func receive(upTo limit: Int) throws -> Bool {
    let count = withUnsafeTemporaryAllocation(byteCount: limit, alignment: 1) { buffer in
      let count = ks_socket_receive(descriptor, buffer.baseAddress!, limit)
      if count > 0 { received.append(contentsOf: buffer[..<count]) }
      return count
    }
    if count == -Int(EAGAIN) { throw Failure.timedOut }
    if count < 0 { throw Failure.closed }
    return count > 0
  }
}
