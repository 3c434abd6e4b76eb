/// The verbs that take over the process.
public enum ProgramVerb: String, Sendable, Hashable, CaseIterable {
  /// The console on the workspace.
  case console
  /// A throw-away workspace with gateway and traffic.
  case demo
  /// The gateway, until stopped.
  case serve
}
