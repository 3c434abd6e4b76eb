/// A value that belongs to one loop, in a box that may travel through other threads.
///
/// The way for work done elsewhere to come back to the connection or object that asked for it.
public struct LoopBound<Value>: @unchecked Sendable {
  // Sendable without the compiler's proof: the only way to the value checks that the caller runs
  // on the loop that owns it, and the loop runs on one thread.
  private let boxed: Value
  private let owner: EventLoopRemote

  /// Boxes a value.
  ///
  /// - Parameters:
  ///   - value: Anything used on the loop's thread only.
  ///   - loop: The loop that owns it.
  public init(_ value: Value, loop: EventLoop) {
    boxed = value
    owner = loop.remote
  }

  /// The value. Traps unless called by the loop that owns it.
  ///
  /// - Parameter loop: The loop, as given to work queued by `EventLoopRemote.execute`.
  public func value(on loop: EventLoop) -> Value {
    precondition(loop.remote === owner, "a value of one event loop used on another")
    return boxed
  }
}
