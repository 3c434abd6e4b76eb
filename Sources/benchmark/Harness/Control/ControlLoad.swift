import Foundation
import Synchronization

/// Requests on several kept connections at once, each sent when the one before it is answered.
struct ControlLoad {
  /// What a load came to.
  struct Result: Sendable {
    let perSecond: Double
    let p50Milliseconds: Double
    let p99Milliseconds: Double
  }

  /// Connections at once.
  static let connections = 8

  private struct Outcome: Sendable {
    var microseconds: [Double] = []
    var failure: String?
  }

  /// Sends requests as fast as they are answered.
  ///
  /// - Parameters:
  ///   - requests: What is sent, spread over the connections.
  ///   - status: The status every answer must have.
  /// - Throws: If an answer has another status or is missing: that would be another measurement.
  static func run(_ requests: [[UInt8]], to port: UInt16, status: Int) throws -> Result {
    let outcome = Mutex(Outcome())
    let group = DispatchGroup()
    let elapsed = Stopwatch.microseconds {
      for number in 0..<connections {
        group.enter()
        let own = stride(from: number, to: requests.count, by: connections).map { requests[$0] }
        Thread.detachNewThread {
          let times = Swift.Result { try exchange(own, to: port, status: status) }
          outcome.withLock { outcome in
            switch times {
            case .success(let times): outcome.microseconds += times
            case .failure(let error): outcome.failure = "\(error)"
            }
          }
          group.leave()
        }
      }
      group.wait()
    }
    let result = outcome.withLock { $0 }
    if let failure = result.failure { throw BenchmarkError(failure) }
    return Result(
      perSecond: Double(requests.count) / (elapsed / 1e6),
      p50Milliseconds: Statistics.median(result.microseconds) / 1_000,
      p99Milliseconds: Statistics.percentile(99, of: result.microseconds) / 1_000)
  }

  private static func exchange(
    _ requests: [[UInt8]], to port: UInt16, status: Int
  ) throws -> [Double] {
    let connection = try ControlConnection(port: port)
    return try requests.map { request in
      try Stopwatch.microseconds {
        let answer = try connection.exchange(request)
        guard answer.status == status else {
          throw BenchmarkError(
            "\(status) expected, not \(answer.status) "
              + String(decoding: answer.body.prefix(300), as: UTF8.self))
        }
      }
    }
  }
}
