import Enforcement
import GatewayModel

/// How a request would be decided, printed.
struct ExplanationText {
  private let explanation: Explanation
  private let state: GatewayState

  init(_ explanation: Explanation, state: GatewayState) {
    self.explanation = explanation
    self.state = state
  }

  /// The decision as lines: each step with what it saw, then what would change it.
  func print(to output: AdminOutput) {
    let request = explanation.request
    output.line(AdminOutput.safe("\(request.verb) \(request.path) at \(request.stage)"))
    for step in explanation.steps {
      let (mark, style) = mark(of: step.outcome)
      let title = step.phase.title
      let gap = String(repeating: " ", count: max(1, 24 - title.count))
      let evidence = step.evidence.map { EvidenceText.words($0, state: state) } ?? ""
      let rule = step.rules.first.flatMap(\.revision).map { "  #\($0)" } ?? ""
      output.line(
        "  \(output.styled(mark, style)) \(title)\(gap)\(AdminOutput.safe(evidence))"
          + output.styled(rule, .muted))
    }
    output.line("\(output.styled(verdictText, isAdmitted ? .good : .bad))")
    for fault in explanation.templateFaults {
      output.line("  \(output.styled("✗", .bad)) \(AdminOutput.safe(fault.sentence))")
    }
    guard !explanation.fixes.isEmpty else { return }
    output.line(isAdmitted ? "What would have its key looked at:" : "What would let it pass:")
    for fix in explanation.fixes {
      let then = remainder(after: fix).map { "; then \(isAdmitted ? "" : "still: ")\($0)" } ?? ""
      output.line("  → \(AdminOutput.safe(fix.sentence + then))")
    }
  }

  /// The decision as JSON.
  var json: JSONValue {
    [
      "verdict": .string(explanation.verdict.sentence),
      "isAdmitted": .bool(isAdmitted),
      "statusCode": explanation.verdict.refusal.map { .integer($0.statusCode) } ?? .null,
      "message": explanation.verdict.refusal?.message.map { .string($0) } ?? .null,
      "steps": .array(explanation.steps.map(json)),
      "fixes": .array(explanation.fixes.map(json)),
      "templateFaults": .array(explanation.templateFaults.map(json)),
    ]
  }

  private func json(_ step: TraceStep) -> JSONValue {
    [
      "phase": .string(step.phase.title), "outcome": .string(word(for: step.outcome)),
      "evidence": .string(step.evidence.map { EvidenceText.words($0, state: state) } ?? ""),
      "rules": .array(step.rules.compactMap(\.revision).map { .integer(Int64($0)) }),
    ]
  }

  private func json(_ fix: Fix) -> JSONValue {
    [
      "sentence": .string(fix.sentence),
      "verdictAfter": fix.verdict.map { .string($0.sentence) } ?? .null,
      "waitNanoseconds": .integer(fix.waitNanoseconds),
    ]
  }

  private func json(_ fault: TemplateFault) -> JSONValue {
    ["place": .string(fault.place), "reason": .string(fault.reason), "fails": .bool(fault.fails)]
  }

  /// What would refuse the request after a fix.
  private func remainder(after fix: Fix) -> String? {
    guard let verdict = fix.verdict, verdict != .admitted else { return nil }
    return verdict.sentence
  }

  private var isAdmitted: Bool { explanation.verdict == .admitted }

  private var verdictText: String {
    guard let refusal = explanation.verdict.refusal else { return "✓ admitted" }
    return "✗ \(refusal.statusCode) \(refusal.title): \(explanation.verdict.sentence)"
  }

  private func mark(of outcome: TraceStep.Outcome) -> (String, TextStyle) {
    switch outcome {
    case .passed: ("✓", .good)
    case .skipped: ("–", .muted)
    case .denied: ("✗", .bad)
    case .notReached: ("·", .muted)
    }
  }

  private func word(for outcome: TraceStep.Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .skipped: "skipped"
    case .denied: "denied"
    case .notReached: "notReached"
    }
  }
}
