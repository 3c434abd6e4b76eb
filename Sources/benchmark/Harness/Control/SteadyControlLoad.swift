import Foundation
import Synchronization

/// Changes through the control plane at a steady rate, until it is stopped.
final class SteadyControlLoad: Sendable {
  private struct State: Sendable {
    var isStopped = false
    var answered = 0
    var failure: String?
  }

  private let state = Mutex(State())
  private let ended = DispatchSemaphore(value: 0)

  /// Starts to send.
  ///
  /// - Parameters:
  ///   - requests: Makes and signs them.
  ///   - perSecond: Requests a second over all connections.
  ///   - round: Makes the names of this load its own.
  init(_ requests: ControlRequests, perSecond: Int, round: Int) {
    let pause = UInt32(1_000_000 * ControlLoad.connections / perSecond)
    for number in 0..<ControlLoad.connections {
      Thread.detachNewThread { [self] in
        do {
          try send(requests, name: "steady \(round)-\(number)", pauseMicroseconds: pause)
        } catch {
          state.withLock { $0.failure = "\(error)" }
        }
        ended.signal()
      }
    }
  }

  /// Ends it and gives the number of answers.
  ///
  /// - Throws: If a request was refused.
  func stop() throws -> Int {
    state.withLock { $0.isStopped = true }
    for _ in 0..<ControlLoad.connections { ended.wait() }
    let result = state.withLock { $0 }
    if let failure = result.failure { throw BenchmarkError(failure) }
    return result.answered
  }

  private func send(
    _ requests: ControlRequests, name: String, pauseMicroseconds: UInt32
  ) throws {
    let connection = try ControlConnection(port: requests.port)
    var number = 0
    while !state.withLock({ $0.isStopped }) {
      number += 1
      let answer = try connection.exchange(requests.creation(of: "\(name)-\(number)"))
      guard answer.status == 201 else {
        throw BenchmarkError(String(decoding: answer.body.prefix(300), as: UTF8.self))
      }
      state.withLock { $0.answered += 1 }
      usleep(pauseMicroseconds)
    }
  }
}
