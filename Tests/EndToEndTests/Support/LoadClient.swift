import CSystem
import Foundation
import TestSupport

/// Many keep-alive connections driven by one thread, each with one request under way.
///
/// All requests and all answers of a kind have the same bytes, so that counting is cheap enough to keep
/// a gateway busy from a test that is not optimized.
final class LoadClient {
  /// One answer: when its request was sent, when it came, in nanoseconds of one monotonic clock.
  struct Answer: Sendable {
    let status: Int
    let isQuota: Bool
    let sent: Int64
    let received: Int64
  }

  private let sockets: [Int32]
  private let request: [UInt8]
  private var sentAt: [Int64]
  private var received: [[UInt8]]
  private(set) var answers: [Answer] = []
  /// Answers that told of a used up quota.
  private(set) var quotaCount = 0
  /// Requests sent, answered or not.
  private(set) var sentCount = 0

  /// Opens connections to a gateway.
  init(port: UInt16, connections: Int, path: String, key: String) throws {
    request = Array(
      "GET \(path) HTTP/1.1\r\nHost: localhost\r\nx-api-key: \(key)\r\n\r\n".utf8)
    sockets = try (0..<connections).map { _ in
      let socket = ks_tcp_connect("127.0.0.1", port)
      guard socket >= 0 else { throw RawHTTPClient.Failure.connect(-socket) }
      return socket
    }
    sentAt = Array(repeating: 0, count: connections)
    received = Array(repeating: [], count: connections)
  }

  deinit { sockets.forEach { close($0) } }

  /// Sends requests on all connections as long as `goesOn` says so for the answers so far, and takes the
  /// answers of all that were sent.
  /// - Throws: `RawHTTPClient.Failure` when a connection ends or nothing comes for long.
  func run(while goesOn: (_ answers: Int) -> Bool) throws {
    var underWay = 0
    for index in sockets.indices where goesOn(answers.count) && send(index) { underWay += 1 }
    while underWay > 0 {
      var states = sockets.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&states, nfds_t(states.count), 10_000) > 0 else {
        throw RawHTTPClient.Failure.timedOut
      }
      for index in states.indices where states[index].revents != 0 {
        guard try take(index) else { continue }
        underWay -= 1
        if goesOn(answers.count), send(index) { underWay += 1 }
      }
    }
  }

  private func send(_ index: Int) -> Bool {
    sentAt[index] = Self.now()
    sentCount += 1
    return ks_socket_send(sockets[index], request, request.count, nil, 0) == request.count
  }

  /// True when the whole answer has come.
  private func take(_ index: Int) throws -> Bool {
    let count = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      let count = ks_socket_receive(sockets[index], buffer.baseAddress!, buffer.count)
      if count > 0 { received[index] += buffer[..<count] }
      return count
    }
    guard count > 0 else { throw RawHTTPClient.Failure.closed }
    guard HTTPFraming.length(of: received[index]) != nil else { return false }
    let text = String(decoding: received[index], as: UTF8.self)
    let isQuota = text.contains("Limit Exceeded")
    quotaCount += isQuota ? 1 : 0
    answers.append(
      Answer(
        status: Int(text.dropFirst(9).prefix(3)) ?? 0, isQuota: isQuota, sent: sentAt[index],
        received: Self.now()))
    received[index] = []
    return true
  }

  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
