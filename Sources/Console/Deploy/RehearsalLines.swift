import Enforcement
import GatewayModel
import Terminal

/// What a deployment would have meant to the requests recorded last.
enum RehearsalLines {
  /// The most groups of requests that are told.
  private static let shiftLimit = 12

  /// The lines, beginning with an empty one; none where nothing is recorded.
  static func lines(
    after decision: Decision, at stage: ApiStageID, _ world: any ConsoleWorld
  ) -> [StyledText] {
    let records = world.requests(.stage(stage), limit: Rehearsal.reviewLimitRequests)
    guard !records.isEmpty else { return [] }
    let requests = records.map { Rehearsal.Request(time: $0.time, request: $0.explained) }
    let outcome = Rehearsal(of: requests, in: world.state).outcome(of: decision.events)
    let isSame = outcome.shifts.isEmpty
    var lines = [
      .empty, StyledText(DisplayText(outcome.summary), Style(isSame ? .ok : .warning, .bold)),
    ]
    lines += outcome.shifts.prefix(shiftLimit).map { StyledText(DisplayText("  \($0.sentence)")) }
    let more = outcome.shifts.count - shiftLimit
    if more > 0 { lines.append(StyledText("  and \(more) more", .muted)) }
    return lines
  }
}
