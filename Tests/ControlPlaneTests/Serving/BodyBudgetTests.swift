import Testing

@testable import ControlPlane

@Suite("What is kept of unfinished bodies")
struct BodyBudgetTests {
  @Test("One address cannot take what others need, and gets back what it gives back")
  func share() {
    var budget = BodyBudget<String>(limitBytes: 100, addressLimitBytes: 60)
    var taken: [Bool] = []
    for (count, address) in [(60, "a"), (1, "a"), (40, "b"), (1, "c")] {
      taken.append(budget.take(count, of: address))
    }
    #expect(taken == [true, false, true, false])
    budget.give(60, of: "a")
    taken = []
    for (count, address) in [(20, "b"), (1, "b"), (40, "a"), (1, "a")] {
      taken.append(budget.take(count, of: address))
    }
    #expect(taken == [true, false, true, false])
  }
}
