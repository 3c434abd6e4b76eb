import GatewayModel

/// A state with a clock and a source of ids, changed by commands one after another.
struct Workbench {
  var state = GatewayState()
  var now = Timestamp(seconds: 1_796_083_200)
  var used: [PlanKeyID: Int] = [:]
  var limits = AccountLimits()
  var makesCertificates = true
  let identifiers: SeededIdentifiers
  private(set) var log: [[Event]] = []

  init(seed: UInt64 = 1) {
    identifiers = SeededIdentifiers(seed: seed)
  }

  var context: DecisionContext {
    DecisionContext(
      now: now, identifiers: identifiers, limits: limits, usedInPeriod: { [used] in used[$0] ?? 0 },
      makeCertificate: makesCertificates ? { _, _ in "a certificate" } : { _, _ in nil })
  }

  /// Decides and applies.
  @discardableResult
  mutating func run(_ command: Command) throws(CommandError) -> Decision {
    let decision = try state.decide(command, in: context)
    if !decision.events.isEmpty { apply(decision.events) }
    return decision
  }

  /// The refusal of a command that must change nothing, or nil if it is accepted.
  mutating func refusal(_ command: Command) -> CommandError? {
    do throws(CommandError) {
      _ = try state.decide(command, in: context)
      return nil
    } catch {
      return error
    }
  }

  /// Applies events as the next journal line.
  mutating func apply(_ events: [Event]) {
    log.append(events)
    state.apply(events, sequence: state.sequence + 1)
  }

  /// The command that undoes a line, from the state before it: each event's inverse, last first.
  static func undo(_ line: Sequence64, _ events: [Event], before: GatewayState) -> Command {
    var state = before
    var inverse: [Event] = []
    for event in events {
      inverse.append(state.entity(event.ref).map(Event.put) ?? .deleted(event.ref))
      state.apply([event], sequence: line)
    }
    return .restore(Command.Restore(undoneSequence: line, events: inverse.reversed()))
  }

  /// Puts an API with one deployment and these stages there.
  mutating func addApi(_ id: RestApiID, stages: StageName...) {
    let root = "\(id)root"
    let deployment = Deployment(id: "dep1", createdDate: now, snapshot: ApiSnapshot())
    var events: [Event] = [
      .put(.restApi(RestApi(id: id, name: id, rootResourceId: root, createdDate: now))),
      .put(.resource(id, Resource(id: root, path: "/"))),
      .put(.deployment(id, deployment)),
    ]
    for name in stages {
      let stage = Stage(
        stageName: name, deploymentId: "dep1", createdDate: now, lastUpdatedDate: now)
      events.append(.put(.stage(id, stage)))
    }
    apply(events)
  }

  /// Makes a key and gives its id.
  mutating func addKey(_ name: String? = nil, value: String? = nil) throws -> ApiKeyID {
    try subject(run(.createApiKey(.init(name: name, enabled: true, value: value)))).id
  }

  /// Makes a plan and gives its id.
  mutating func addPlan(
    _ name: String, stages: [ApiStageID] = [], quota: QuotaInput? = nil
  ) throws -> UsagePlanID {
    let apiStages = stages.map { ApiStage(apiId: $0.apiId, stage: $0.stage) }
    return try subject(
      run(.createUsagePlan(.init(name: name, apiStages: apiStages, quota: quota)))
    ).id
  }

  /// Puts a key in a plan.
  mutating func join(_ plan: UsagePlanID, _ key: ApiKeyID) throws {
    try run(.createUsagePlanKey(.init(usagePlanId: plan, keyId: key)))
  }

  private func subject(_ decision: Decision) throws -> (ref: EntityRef, id: String) {
    guard let ref = decision.subjects.first else { throw CommandError(.notFound, "no subject") }
    return (ref, ref.shortName)
  }
}

extension ApiStageID {
  /// `shop:prod`, which the tests' API has.
  static let shopProd = ApiStageID(apiId: "shop", stage: "prod")
  /// `shop:beta`, as above.
  static let shopBeta = ApiStageID(apiId: "shop", stage: "beta")
}
