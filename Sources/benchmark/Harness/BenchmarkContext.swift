/// What a case is run with.
struct BenchmarkContext: Sendable {
  /// How often to measure, at least 1.
  let runs: Int
  /// How long one measurement under load lasts, in seconds, at least 1.
  let seconds: Int
  /// A folder of the case's own on the disk that is measured, removed afterwards.
  let directory: String
}
