public import GatewayModel

/// Recorded requests, decided again under another configuration: what a change would have done.
///
/// The gateway's own pipeline on tables and counters of its own, with the recorded times as its clock, so
/// that limits meet the traffic as it came.
public struct Rehearsal {
  /// A recorded request.
  public struct Request: Sendable, Hashable {
    /// When it came.
    public var time: Timestamp
    /// What it asked for.
    public var request: ExplainedRequest

    /// A recorded request.
    public init(time: Timestamp, request: ExplainedRequest) {
      self.time = time
      self.request = request
    }
  }

  /// The most recorded requests that a review decides again: some milliseconds' worth.
  public static let reviewLimitRequests = 2_000

  private static let nanosecondsPerMicrosecond: Int64 = 1_000

  let requests: [Request]
  private let scope: GatewayState
  private let usedBefore: (PlanKeyID) -> Int

  /// A rehearsal of requests in a workspace.
  ///
  /// - Parameters:
  ///   - requests: In any order.
  ///   - state: The workspace as it is.
  ///   - usedBefore: What each key had used of its quota before the first request.
  /// - Complexity: linear in the requests and the size of their APIs.
  public init(
    of requests: [Request], in state: GatewayState,
    usedBefore: @escaping (PlanKeyID) -> Int = { _ in 0 }
  ) {
    self.requests = requests.sorted { $0.time < $1.time }
    scope = state.scope(of: requests.lazy.map(\.request))
    self.usedBefore = usedBefore
  }

  /// How the requests end, oldest first.
  ///
  /// Buckets are full at the first request.
  /// - Parameter events: A change to rehearse, as `GatewayState.decide` gives it; none for the workspace
  ///   as it is.
  public func verdicts(after events: [Event] = []) -> [Verdict] {
    var state = scope
    state.apply(events, sequence: scope.sequence + 1)
    var tables = EnforcementTables(state, hashSeed: 0)
    let meters = InMemoryMeters(usedBefore: usedBefore)
    return requests.map { recorded in
      let now = AdmissionInstant(
        monotonicNanoseconds: recorded.time.microseconds &* Self.nanosecondsPerMicrosecond,
        day: recorded.time.day)
      return recorded.request.withBytes(in: state) {
        tables.admit($0, at: now, meters: meters).verdict
      }
    }
  }
}
