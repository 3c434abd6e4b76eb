internal import CSystem
internal import Glibc

extension EventLoop {
  /// Takes a signal over from its default action and hears of it on the loop's thread.
  ///
  /// Several arrivals between two turns are reported once. The former disposition comes back when
  /// the loop goes. A signal belongs to one loop of the process at a time.
  ///
  /// - Parameters:
  ///   - number: Such as `SIGTERM` or `SIGWINCH`; not one that cannot be caught.
  ///   - handler: Runs on the loop's thread; takes the place of an earlier one of this loop.
  /// - Throws: `EventLoopError`: `EBUSY` if another loop has the signal, `EINVAL` if it cannot be
  ///   caught.
  public func onSignal(_ number: Int32, _ handler: @escaping () -> Void) throws(EventLoopError) {
    let pipe: SignalPipe
    if let signals {
      pipe = signals
    } else {
      pipe = try SignalPipe()
      try register(pipe.readEnd, interest: .readable) { [unowned pipe] _ in pipe.deliver() }
      signals = pipe
    }
    try pipe.watch(number, handler)
  }

  /// Gives a signal back to the disposition it had before `onSignal`.
  ///
  /// - Parameter number: A signal given to `onSignal`.
  public func ignoreSignal(_ number: Int32) {
    signals?.unwatch(number)
  }
}
