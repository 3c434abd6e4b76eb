import TestSupport

extension SeededRandom {
  /// One of some, or the fallback when there are none; sorted first, since sets have no order.
  mutating func pick(_ some: some Sequence<String>, else fallback: String = "none") -> String {
    some.sorted().randomElement(using: &self) ?? fallback
  }
}
