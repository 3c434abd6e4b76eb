import TestSupport
import Testing

@testable import ControlPlane

@Suite("The order of creation")
struct CreationOrderTests {
  @Test("Insertions and removals leave what sorting gives", arguments: [1, 2, 3] as [UInt64])
  func property(seed: UInt64) {
    var numbers = SplitMix(seed: seed)
    var order = CreationOrder([])
    var expected: Set<CreationOrder.Place> = []
    for _ in 0..<2_000 {
      let place = CreationOrder.Place(
        microseconds: Int64(numbers.next() % 50), id: "k\(numbers.next() % 20)")
      if numbers.next() % 3 == 0 {
        order.remove(place)
        expected.remove(place)
      } else {
        order.insert(place)
        expected.insert(place)
      }
    }
    #expect(order.places == expected.sorted(), "seed \(seed)")
  }
}

/// Numbers from a seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
