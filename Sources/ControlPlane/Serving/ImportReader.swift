import Dispatch
import EventLoop
import GatewayModel

/// Reads imported documents on a thread of its own, one after another: a definition of six megabytes takes
/// longer to read than others should wait for their answers.
final class ImportReader {
  typealias Reading = @Sendable (OperationRequest) throws(CommandError) -> Command

  private let loop: EventLoop
  private let queue = DispatchQueue(label: "keystile-imports")
  private var waitingCount = 0

  init(loop: EventLoop) {
    self.loop = loop
  }

  /// Reads a request's document and hands the command over on the loop's thread.
  ///
  /// - Returns: False, and nothing is handed over, if `ControlPlaneLimits.waitingImports` wait.
  func read(
    _ request: OperationRequest, _ reading: @escaping Reading,
    completion: @escaping (Result<Command, CommandError>) -> Void
  ) -> Bool {
    guard waitingCount < ControlPlaneLimits.waitingImports else { return false }
    waitingCount += 1
    let own = LoopBound((reader: self, completion: completion), loop: loop)
    let remote = loop.remote
    queue.async {
      let result = Result { () throws(CommandError) in try reading(request) }
      // A loop that has ended has nobody left to answer.
      remote.execute { loop in
        let own = own.value(on: loop)
        own.reader.waitingCount -= 1
        own.completion(result)
      }
    }
    return true
  }
}
