public import GatewayModel

/// What a change would have done to recorded requests.
public struct RehearsalOutcome: Sendable, Hashable {
  /// Requests to one path that would end otherwise.
  public struct Shift: Sendable, Hashable {
    /// The verb.
    public let verb: String
    /// The path below the stage.
    public let path: String
    /// How they end under the configuration as it is.
    public let before: Verdict
    /// How they would end.
    public let after: Verdict
    /// How many.
    public let count: Int

    /// The shift as words, for example `40 × GET /pets: admitted → no key has the value that was sent`.
    ///
    /// Where no key was asked for it is not recorded who sent one, so nobody is said to be refused for that.
    public var sentence: String {
      let end = before == .admitted && after == .missingKey ? "needs a key" : after.sentence
      return "\(count) × \(verb) \(path): \(before.sentence) → \(end)"
    }
  }

  /// How many requests were decided again.
  public let requestCount: Int
  /// Those that would end otherwise, the most first.
  public let shifts: [Shift]

  /// How many would end otherwise.
  public var shiftedCount: Int { shifts.reduce(0) { $0 + $1.count } }

  /// The outcome as a sentence.
  public var summary: String {
    let recorded =
      requestCount == 1 ? "The last recorded request" : "The last \(requestCount) recorded requests"
    let shifted = shiftedCount
    return shifted == 0
      ? "\(recorded), decided again, would end as before."
      : "\(recorded), decided again: \(shifted) would end otherwise."
  }
}

extension Rehearsal {
  /// What a change would have done to the requests.
  ///
  /// - Parameter events: The change, as `GatewayState.decide` gives it.
  /// - Complexity: linear in the requests and the size of their APIs.
  public func outcome(of events: [Event]) -> RehearsalOutcome {
    var counts: [RehearsalOutcome.Shift: Int] = [:]
    for (request, (before, after)) in zip(requests, zip(verdicts(), verdicts(after: events)))
    where before != after {
      let shift = RehearsalOutcome.Shift(
        verb: request.request.verb, path: request.request.path, before: before, after: after,
        count: 0)
      counts[shift, default: 0] += 1
    }
    let shifts = counts.map { shift, count in
      RehearsalOutcome.Shift(
        verb: shift.verb, path: shift.path, before: shift.before, after: shift.after, count: count)
    }
    return RehearsalOutcome(
      requestCount: requests.count,
      shifts: shifts.sorted { ($1.count, $0.sentence) < ($0.count, $1.sentence) })
  }
}
