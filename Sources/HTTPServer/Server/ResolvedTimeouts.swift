internal import EventLoop

/// The time-outs as the loop's nanoseconds, converted once.
struct ResolvedTimeouts {
  let head: Int64
  let bodyWindow: Int64
  /// Bytes of a body that must arrive in a window.
  let bodyWindowBytes: Int
  let idle: Int64
  /// From one look at a reader that stands still to the next; the second one ends it.
  let writeStallLook: Int64
  let linger: Int64
  let acceptPause: Duration

  init(_ timeouts: HTTPServerTimeouts) {
    head = timeouts.head.wholeNanoseconds
    bodyWindow = timeouts.bodyWindow.wholeNanoseconds
    bodyWindowBytes = Int(
      Double(timeouts.bodyBytesPerSecond) * Double(bodyWindow) / 1_000_000_000)
    idle = timeouts.idle.wholeNanoseconds
    writeStallLook = timeouts.writeStall.wholeNanoseconds / 2
    linger = timeouts.linger.wholeNanoseconds
    acceptPause = timeouts.acceptPause
  }
}
