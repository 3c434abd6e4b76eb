/// Takes down the steps of a decision.
///
/// The pipeline is generic over it inside this module, so a sink that records nothing leaves no trace in
/// the machine code either.
protocol TraceSink {
  /// Whether steps are wanted at all; a constant.
  static var isRecording: Bool { get }

  /// Takes a step down.
  mutating func note(_ step: TraceStep)
}
