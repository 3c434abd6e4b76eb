/// The place of an identity in a usage table; never reused.
public struct UsageSlot: Sendable, Hashable {
  /// 0 or more, or -1 for none.
  public var index: Int32

  /// The slot at a place.
  public init(_ index: Int32) {
    self.index = index
  }

  /// No place: the table could not make one.
  public static let none = UsageSlot(-1)

  /// Whether there is a place.
  public var exists: Bool { index >= 0 }
}
