/// A subscription to changes in directories, to be watched by an event loop.
public protocol ChangeWatch: AnyObject, Sendable {
  /// Readable when something changed; owned by the watch. −1 where there is none (simulation).
  var descriptor: Int32 { get }

  /// Takes everything pending.
  ///
  /// - Returns: whether anything happened, including changes that were dropped from a full queue.
  func drain() throws(SystemCallError) -> Bool
}
