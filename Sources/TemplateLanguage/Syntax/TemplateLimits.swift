/// What a template may use; a template that wants more fails, it never holds the gateway up.
///
/// Source: API Gateway developer guide, "Quotas for configuring and running a REST API" for the
/// size of a template and the turns of a loop; the rest keeps one request from costing the others
/// their time.
public struct TemplateLimits: Sendable {
  /// The length of a template, in bytes.
  public static let templateBytes = 300 * 1_024
  /// How deep blocks, expressions and values may stand in each other.
  public static let depth = 64
  /// The turns of one loop; what is left of a list after them is not visited.
  public static let loopTurns = 1_000
  /// The numbers of one range.
  static let rangeItems = 10_000

  /// The rendered text, in bytes.
  public var outputBytes: Int
  /// The steps of one rendering: nodes visited, values made and compared, characters looked at by a
  /// pattern. A long text counts as one step for each `bytesPerStep` of it.
  public var steps: Int

  /// How much text is worth a step, in bytes.
  static let bytesPerStep = 64

  /// Limits of one rendering.
  ///
  /// - Parameters:
  ///   - outputBytes: The rendered text, in bytes; API Gateway's limit on a payload unless said.
  ///   - steps: Half a million takes some tens of milliseconds.
  public init(outputBytes: Int = 10 * 1_024 * 1_024, steps: Int = 500_000) {
    self.outputBytes = outputBytes
    self.steps = steps
  }
}
