/// One figure of the README: what is measured, and how.
struct BenchmarkCase: Sendable {
  /// What it is asked for by, for example `journal-append`.
  let name: String
  /// What it measures, in one sentence.
  let summary: String
  /// How often it is measured unless told otherwise; the figures are medians.
  let defaultRuns: Int
  /// Measures.
  let measure: @Sendable (BenchmarkContext) throws -> [Figure]
}
