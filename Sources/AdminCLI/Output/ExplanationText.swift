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
    for remark in explanation.remarks {
      output.line("  \(output.styled("!", .bad)) \(AdminOutput.safe(remark))")
    }
    guard !explanation.fixes.isEmpty else { return }
    let title = explanation.fixesTitle
    output.line("\(title.prefix(1).uppercased())\(title.dropFirst()):")
    for fix in explanation.fixes {
      output.line("  → \(AdminOutput.safe(fix.sentence + outcome(of: fix)))")
      for line in FixLines.of(fix, in: state) { output.line("    \(AdminOutput.safe(line))") }
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
      "remarks": .array(explanation.remarks.map { .string($0) }),
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
      "commands": .array(FixLines.of(fix, in: state).map { .string($0) }),
    ]
  }

  private func json(_ fault: TemplateFault) -> JSONValue {
    ["place": .string(fault.place), "reason": .string(fault.reason), "fails": .bool(fault.fails)]
  }

  /// How the request would end after a fix, where that is not what the fix is for.
  private func outcome(of fix: Fix) -> String {
    guard let verdict = fix.verdict else { return "" }
    switch (isAdmitted, verdict) {
    case (false, .admitted): return ""
    case (false, _): return "; then still: \(verdict.sentence)"
    case (true, .admitted): return "; this request would still pass"
    case (true, _): return "; this request would then be refused: \(verdict.sentence)"
    }
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
