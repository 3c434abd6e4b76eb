/// A failure to come: which call, counted from now, and how it fails.
public struct SimulatedFault: Sendable, Hashable {
  /// How a call fails.
  public enum Kind: Sendable, Hashable {
    /// With this errno and without effect; a sync loses what it was to make durable.
    case error(Int32)
    /// A write writes half of its bytes and says so; other calls succeed.
    case shortWrite
    /// The power goes: this call and all later ones fail without effect.
    case powerCut
  }

  /// The calls that succeed before it.
  public var callsBefore: Int
  /// How it fails.
  public var kind: Kind
  /// Whether all later calls of the same name fail as well, as on a disk that stays full.
  public var lasts: Bool

  /// Puts a fault together.
  public init(after callsBefore: Int, _ kind: Kind, lasts: Bool = false) {
    self.callsBefore = callsBefore
    self.kind = kind
    self.lasts = lasts
  }
}
