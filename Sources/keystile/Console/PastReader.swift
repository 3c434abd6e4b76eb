import EventLoop
import Foundation
import Workspace

/// Reads the past away from the screen: a journal takes time to search, and a frame must not wait for it.
///
/// One reading after the other, in the order they were asked for, through one handle on the journal.
final class PastReader {
  private let handle: PastHandle
  private let loop: EventLoop
  private let queue = DispatchQueue(label: "keystile.past")

  /// - Parameters:
  ///   - directory: The workspace's folder.
  ///   - loop: Where readings are asked for and come in.
  init(directory: String, loop: EventLoop) {
    handle = PastHandle(directory: directory)
    self.loop = loop
  }

  /// Reads something.
  ///
  /// - Parameters:
  ///   - work: What to read; done elsewhere.
  ///   - done: Called on the loop.
  func read<Value: Sendable>(
    _ work: @escaping @Sendable (History) throws(WorkspaceError) -> Value,
    done: @escaping (Result<Value, WorkspaceError>) -> Void
  ) {
    let (handle, remote) = (handle, loop.remote)
    let receiver = LoopBound(done, loop: loop)
    queue.async {
      let result = handle.read(work)
      remote.execute { loop in receiver.value(on: loop)(result) }
    }
  }
}
