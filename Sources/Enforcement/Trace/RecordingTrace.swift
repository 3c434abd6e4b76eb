/// The steps of one decision, for people.
public struct RecordingTrace: TraceSink, Sendable {
  static var isRecording: Bool { true }

  private var noted: [TraceStep] = []

  /// An empty trace.
  public init() {}

  /// All phases in order; those after a refusal are `notReached`.
  public var steps: [TraceStep] {
    let reached = Set(noted.map(\.phase))
    return noted
      + AdmissionPhase.order.filter { !reached.contains($0) }
      .map { TraceStep(phase: $0, outcome: .notReached) }
  }

  mutating func note(_ step: TraceStep) {
    noted.append(step)
  }
}
