import Journal
import Testing

@Suite("Power cuts")
struct CrashModelTests {
  @Test("No state a power cut leaves breaks a promise", arguments: [1, 2] as [UInt64])
  func crashStates(seed: UInt64) {
    var model = CrashModel(seed: seed)
    let outcome = model.run(rounds: 1, statesPerCut: 12)
    #expect(outcome.failures == [], "seed \(seed)")
    #expect(outcome.cutCount > 40)
    #expect(outcome.stateCount > 200)
  }

  @Test("Enumerated choices give every combination once")
  func enumeratedChoices() {
    var choices = EnumeratedCrashChoices()
    var seen: [[Int]] = []
    repeat {
      let first = choices.choose(below: 2)
      // The second choice exists in one of the branches only.
      seen.append(first == 0 ? [0, choices.choose(below: 3)] : [1])
    } while choices.advance()
    #expect(seen == [[0, 0], [0, 1], [0, 2], [1]])
  }
}
