/// Cuts the power at every moment of random scripts, opens what each cut could have left, and
/// holds it against what was promised.
///
/// Whatever state the disk is in: opening succeeds, every acknowledged record is there, nothing is
/// there that was not written, and writing goes on.
public struct CrashModel: Sendable {
  /// What a run came to.
  public struct Outcome: Sendable, Hashable {
    /// The moments at which the power was cut.
    public var cutCount = 0
    /// The states that were opened.
    public var stateCount = 0
    /// The first few states in which a promise was broken, in words.
    public var failures: [String] = []
  }

  /// The failures that are told; more would not help.
  private static let failureLimit = 10
  private static let stepCount = 6

  private let seed: UInt64
  private var generator: SeededGenerator
  private var outcome = Outcome()

  /// A model whose every choice follows from `seed`.
  public init(seed: UInt64) {
    self.seed = seed
    generator = SeededGenerator(seed: seed)
  }

  /// Runs `rounds` scripts, each once for every call it makes.
  ///
  /// - Parameters:
  ///   - rounds: how many scripts.
  ///   - statesPerCut: the most states to open after each cut: half of them counted up in order,
  ///     half drawn.
  /// - Complexity: some 100 calls a script, each with `statesPerCut` states.
  public mutating func run(rounds: Int, statesPerCut: Int) -> Outcome {
    for round in 0..<rounds {
      let script = CrashWorkload(count: Self.stepCount, using: &generator)
      var cut = 0
      while outcome.failures.count < Self.failureLimit {
        let fileSystem = SimulatedFileSystem()
        fileSystem.fault = SimulatedFault(after: cut, .powerCut)
        var workload = script
        let failure = Result { try workload.run(on: fileSystem) }
        if fileSystem.faultedCall == nil {
          if case .failure(let error) = failure {
            note("round \(round): the script failed without a cut: \(error)")
          }
          break
        }
        let moment = "seed \(seed), round \(round), cut at call \(cut)"
        tryStates(of: fileSystem, after: workload, statesPerCut, moment)
        outcome.cutCount += 1
        cut += 1
      }
    }
    return outcome
  }

  private mutating func tryStates(
    of fileSystem: SimulatedFileSystem, after workload: CrashWorkload, _ count: Int,
    _ moment: String
  ) {
    var enumerated = EnumeratedCrashChoices()
    var hasMore = true
    for state in 0..<count where hasMore {
      let crashed: SimulatedFileSystem
      if state < count / 2 {
        crashed = fileSystem.afterPowerCut(choosing: &enumerated)
        hasMore = enumerated.advance()
      } else {
        var random = RandomCrashChoices(generator)
        crashed = fileSystem.afterPowerCut(choosing: &random)
        generator = random.generator
      }
      outcome.stateCount += 1
      if state % 4 == 3 {
        cutAgain(crashed, after: workload, "\(moment), state \(state), cut again")
      }
      if let problem = Self.problem(of: crashed, after: workload) {
        note("\(moment), state \(state): \(problem)")
      }
    }
  }

  /// Cuts the power a second time, while the first cut is being mended.
  private mutating func cutAgain(
    _ fileSystem: SimulatedFileSystem, after workload: CrashWorkload, _ moment: String
  ) {
    let again = fileSystem.copy()
    again.fault = SimulatedFault(
      after: Int.random(in: 0..<40, using: &generator), .powerCut)
    _ = try? CrashWorkload.open(again)
    var random = RandomCrashChoices(generator)
    let crashed = again.afterPowerCut(choosing: &random)
    generator = random.generator
    outcome.stateCount += 1
    if let problem = Self.problem(of: crashed, after: workload) { note("\(moment): \(problem)") }
  }

  /// What is wrong with a state, or nil.
  private static func problem(
    of fileSystem: SimulatedFileSystem, after workload: CrashWorkload
  ) -> String? {
    do {
      let journal = try CrashWorkload.open(fileSystem)
      _ = try journal.openNewestCheckpoint()
      try journal.rewind()
      var records: [String] = []
      try journal.catchUp { records.append(String(decoding: $0.operations, as: UTF8.self)) }
      guard records.count >= workload.acknowledgedCount else {
        return "\(records.count) records where \(workload.acknowledgedCount) were acknowledged"
      }
      guard records.elementsEqual(workload.written.prefix(records.count)) else {
        return "the records are not those that were written"
      }
      var more = CrashWorkload(steps: [])
      try more.append(1, to: journal, synced: true)
      return nil
    } catch {
      return "\(error)"
    }
  }

  private mutating func note(_ failure: String) {
    if outcome.failures.count < Self.failureLimit { outcome.failures.append(failure) }
  }
}
