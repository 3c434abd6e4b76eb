import Doctor
import GatewayModel

/// The doctor's findings, printed.
enum DoctorText {
  /// A finding as JSON.
  static func json(_ finding: Finding) -> JSONValue {
    [
      "check": .string(finding.checkID), "severity": .string(finding.severity.rawValue),
      "problem": .string(finding.problem), "reason": .string(finding.reason),
      "mends": .array(finding.mends.map { .string($0) }),
    ]
  }

  /// A finding as lines.
  static func print(_ finding: Finding, to output: AdminOutput) {
    guard !output.isQuiet else { return output.line(finding.checkID) }
    let style: TextStyle =
      switch finding.severity {
      case .error: .bad
      case .warning: .caution
      case .info: .muted
      }
    let word = output.styled(finding.severity.rawValue, style)
    output.line("\(word)  \(AdminOutput.safe(finding.problem))  [\(finding.checkID)]")
    output.line("  \(AdminOutput.safe(finding.reason))")
    for mend in finding.mends { output.line("  → \(AdminOutput.safe(mend))") }
    output.line()
  }
}
