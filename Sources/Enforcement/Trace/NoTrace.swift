/// The trace of the gateway: none.
struct NoTrace: TraceSink {
  @inline(__always) static var isRecording: Bool { false }

  @inline(__always) mutating func note(_ step: TraceStep) {}
}
