public import GatewayModel

/// One thing that would change how a request ends.
public struct Fix: Sendable, Hashable {
  /// What to do, as an instruction, for example `enable key acme-web`.
  public let sentence: String
  /// The change that does it; nil for what only the caller can do.
  public let command: Command?
  /// How the request would end after the change, found by running the pipeline on the changed
  /// configuration; nil without a command.
  public let verdict: Verdict?
  /// How long an emptied bucket would still refuse after the change, nanoseconds; 0 for at once.
  public let waitNanoseconds: Int64

  init(
    _ sentence: String, _ command: Command? = nil, verdict: Verdict? = nil,
    waitNanoseconds: Int64 = 0
  ) {
    self.sentence = sentence
    self.command = command
    self.verdict = verdict
    self.waitNanoseconds = waitNanoseconds
  }
}
