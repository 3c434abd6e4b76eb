import TestSupport
import Testing

@testable import ControlPlane

@Suite("The order of creation")
struct CreationOrderTests {
  @Test("Insertions and removals leave what sorting gives", arguments: [1, 2, 3] as [UInt64])
  func property(seed: UInt64) {
    var numbers = SeededRandom(seed: seed)
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
