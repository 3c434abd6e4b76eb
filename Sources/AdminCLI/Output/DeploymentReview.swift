import Enforcement
import GatewayModel

/// What a deployment to a stage would change, and what that would have meant to recent requests, in words.
struct DeploymentReview {
  private let api: ApiState
  private let stage: StageName
  private let rehearsal: RehearsalOutcome?
  private let output: AdminOutput

  /// The most groups of requests that are told.
  private static let shiftLimit = 8

  /// A review.
  ///
  /// - Parameter rehearsal: The stage's recorded requests decided again; nil where none are recorded.
  init(of api: ApiState, stage: StageName, rehearsal: RehearsalOutcome?, output: AdminOutput) {
    self.api = api
    self.stage = stage
    self.rehearsal = rehearsal
    self.output = output
  }

  /// The review as lines, made safe.
  var lines: [String] {
    guard let current = api.stages[stage] else {
      let table = TextTable(methodsOf: api)
      return [AdminOutput.safe("\(stage) will be a new stage of \(api.api.name), serving:")]
        + (table.isEmpty ? ["no methods: cannot be deployed"] : table.lines)
    }
    let place = "\(api.api.name):\(stage), instead of deployment \(current.deploymentId):"
    return [AdminOutput.safe(place)]
      + DiffText(api.undeployedChanges(in: stage), output: output).lines + rehearsalLines
  }

  private var rehearsalLines: [String] {
    guard let rehearsal else { return [] }
    let lines = rehearsal.shifts.prefix(Self.shiftLimit).map(\.sentence)
    let more = rehearsal.shifts.count - lines.count
    return
      ([rehearsal.summary] + lines.map { "  \($0)" }
      + (more > 0 ? ["  and \(more) more"] : [])).map(AdminOutput.safe)
  }

  /// The review as JSON; a new stage has no changes but all methods.
  var json: JSONValue {
    let current = api.stages[stage]
    let diff = current.map { _ in api.undeployedChanges(in: stage) } ?? .none
    return [
      "restApiId": .string(api.api.id), "stageName": .string(stage),
      "isNewStage": .bool(current == nil),
      "deploymentId": current.map { .string($0.deploymentId) } ?? .null,
      "changes": .array(diff.changes.map(DiffText.json)),
      "ignored": .array(diff.ignored.map(DiffText.json)),
      "risks": .array(diff.risks.map { .string($0.summary) }),
      "rehearsal": rehearsal.map(Self.json) ?? .null,
    ]
  }

  private static func json(_ rehearsal: RehearsalOutcome) -> JSONValue {
    [
      "requests": .integer(Int64(rehearsal.requestCount)),
      "shifts": .array(
        rehearsal.shifts.map { shift in
          [
            "httpMethod": .string(shift.verb), "path": .string(shift.path),
            "before": .string(shift.before.sentence), "after": .string(shift.after.sentence),
            "count": .integer(Int64(shift.count)),
          ]
        }),
    ]
  }
}
