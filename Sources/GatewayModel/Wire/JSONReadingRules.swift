/// What may differ between readers of JSON.
public struct JSONReadingRules: Sendable, Hashable {
  /// How deep lists and objects may stand in each other.
  public var depthLimit: Int
  /// How many values the text may have in all.
  public var valueLimit: Int
  /// Whether a name that occurs twice in an object is an error; else the last value counts.
  public var refusesRepeatedNames: Bool
  /// Whether an escaped half of a surrogate pair is an error; else it becomes U+FFFD.
  public var refusesHalfSurrogates: Bool

  /// Rules.
  public init(
    depthLimit: Int = JSONReadingRules.defaultDepthLimit, valueLimit: Int = .max,
    refusesRepeatedNames: Bool = false, refusesHalfSurrogates: Bool = false
  ) {
    self.depthLimit = depthLimit
    self.valueLimit = valueLimit
    self.refusesRepeatedNames = refusesRepeatedNames
    self.refusesHalfSurrogates = refusesHalfSurrogates
  }

  /// How deep lists and objects may stand in each other unless a caller says otherwise.
  public static let defaultDepthLimit = 128

  /// As AWS's wire protocol reads: lenient about names and halves.
  public static let wire = JSONReadingRules()
}
