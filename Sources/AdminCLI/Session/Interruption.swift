/// The end of a verb that was asked to stop: nothing is wrong, and the exit code says why it ended.
struct Interruption: Error, Sendable {
  /// The exit code, as shells count signals.
  var exitCode: ExitCode
}
