public import GatewayModel

/// Answers why a request is or would be refused, and tries out what would let it pass.
///
/// Runs the gateway's own pipeline on tables of its own and read-only meters: no token is taken, nothing
/// is counted, nothing is changed. Only the API, the plans and the key that a request touches are
/// compiled, so the answer takes the same time in a workspace of ten keys and of a million.
public struct Explainer {
  /// The most changes that are put together to one fix.
  static let stepLimit = 3
  /// The most fixes that are offered.
  static let fixLimit = 8

  let state: GatewayState
  let context: DecisionContext
  let decide: (inout GatewayState, Command) throws(CommandError) -> Decision

  /// An explainer of a workspace.
  ///
  /// - Parameters:
  ///   - state: The workspace.
  ///   - context: The time, and the requests used in current quota periods.
  public init(state: GatewayState, context: DecisionContext) {
    self.init(state: state, context: context) { state, command throws(CommandError) in
      try state.decide(command, in: context)
    }
  }

  init(
    state: GatewayState, context: DecisionContext,
    decide: @escaping (inout GatewayState, Command) throws(CommandError) -> Decision
  ) {
    self.state = state
    self.context = context
    self.decide = decide
  }

  /// Explains a request.
  ///
  /// - Complexity: linear in the size of the API called and the number of plans.
  public func explain(_ request: ExplainedRequest) -> Explanation {
    let scope = state.scope(of: [request])
    let trial = Trial(request, in: scope, context: context)
    return Explanation(
      request: request, verdict: trial.verdict, steps: trial.steps.map(dated),
      keyId: trial.keyId, usagePlanId: trial.usagePlanId,
      retryAfterNanoseconds: trial.waitNanoseconds,
      fixes: fixes(for: trial, of: request, in: scope),
      remarks: FixProposals(request, trial, scope, context).remarks,
      templateFaults: trial.method.map { TemplateFault.all(of: $0.method) } ?? [])
  }

  /// The step with the journal lines of its rules.
  private func dated(_ step: TraceStep) -> TraceStep {
    var step = step
    for index in step.rules.indices {
      step.rules[index].revision = state.revision(of: step.rules[index].ref)
    }
    return step
  }

  private func fixes(
    for trial: Trial, of request: ExplainedRequest, in scope: GatewayState
  ) -> [Fix] {
    let whole = state
    // What a refused request needs may take several changes; nothing is missing to an admitted one.
    let isAdmitted = trial.verdict == .admitted
    let fixes = FixProposals(request, trial, scope, context).all.compactMap {
      attempt(
        $0, of: request, deciding: whole, in: scope, steps: isAdmitted ? 1 : Self.stepLimit)
    }
    let useful = isAdmitted ? fixes : fixes.filter { $0.verdict != trial.verdict }
    return Array(useful.prefix(Self.fixLimit))
  }

  /// Tries a proposal, and with it what is still missing after it.
  ///
  /// - Parameters:
  ///   - judge: The state that rules on the command: the whole workspace for the first step.
  ///   - scope: The part of it that the events are applied to.
  /// - Returns: Nil if the command would be refused or changes nothing.
  private func attempt(
    _ proposal: Fix, of request: ExplainedRequest, deciding judge: GatewayState,
    in scope: GatewayState, steps: Int
  ) -> Fix? {
    guard let command = proposal.command else { return proposal }
    var judge = judge
    guard let decision = try? decide(&judge, command), !decision.events.isEmpty else { return nil }
    var next = scope
    next.apply(decision.events, sequence: scope.sequence + 1)
    let trial = Trial(request, in: next, context: context)
    let fix = Fix(
      proposal.sentence, command, verdict: trial.verdictAfterWait,
      waitNanoseconds: trial.verdictAfterWait == .admitted ? trial.waitNanoseconds : 0)
    guard fix.verdict != .admitted, steps > 1 else { return fix }
    for following in FixProposals(request, trial, next, context).all where following.command != nil
    {
      guard
        let rest = attempt(following, of: request, deciding: next, in: next, steps: steps - 1),
        rest.verdict == .admitted, let second = rest.command
      else { continue }
      return Fix(
        "\(proposal.sentence), then \(rest.sentence)",
        .batch(Command.Batch(commands: command.steps + second.steps)), verdict: .admitted,
        waitNanoseconds: rest.waitNanoseconds)
    }
    return fix
  }
}

extension Command {
  /// The commands of a batch, or the command alone.
  fileprivate var steps: [Command] {
    if case .batch(let batch) = self { return batch.commands }
    return [self]
  }
}
