/// Ties an effect to the events that tell what became of it.
public struct EffectID: Hashable, Sendable {
  /// Counts up from 1 within a console.
  public var number: Int

  /// The id of the effect with a number.
  public init(number: Int) {
    self.number = number
  }
}
