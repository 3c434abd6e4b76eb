import GatewayModel
import TestSupport
import Testing

/// What holds whatever is done; a failing run names its seed.
@Suite struct CommandPropertyTests {
  private static let seeds: [UInt64] = [1, 2, 3, 20_261_124, 0xDEAD_BEEF]
  private static let commandsEach = 400

  @Test(arguments: seeds)
  func keepsEveryPromise(seed: UInt64) throws {
    var bench = Workbench(seed: seed)
    var commands = RandomCommands(random: SeededRandom(seed: seed))
    var accepted = 0
    for step in 0..<Self.commandsEach {
      let command = commands.next(for: bench.state)
      let before = bench.state
      let decided = Result { () throws(CommandError) in
        try bench.state.decide(command, in: bench.context)
      }
      #expect(bench.state == before, "seed \(seed), step \(step): deciding changed the state")
      guard case .success(let decision) = decided, !decision.events.isEmpty else { continue }
      accepted += 1
      bench.apply(decision.events)
      do throws(CommandError) {
        try bench.state.checkInvariants()
      } catch {
        Issue.record("seed \(seed), step \(step), \(command.operationName): \(error)")
        return
      }
      try expectUndo(of: decision.events, from: before, on: bench, "seed \(seed), step \(step)")
    }
    #expect(accepted > Self.commandsEach / 4, "seed \(seed): too few commands were accepted")
    expectReplay(of: bench, seed: seed)
  }

  /// Undoing the last line gives the entities back as they were, and redoing it as they are.
  private func expectUndo(
    of events: [Event], from before: GatewayState, on bench: Workbench, _ place: String
  ) throws {
    var copy = bench
    let undo = Workbench.undo(copy.state.sequence, events, before: before)
    let after = copy.state
    do throws(CommandError) {
      let decision = try copy.run(undo)
      #expect(sameEntities(copy.state, before), "\(place): undo gave something else")
      let redo = Workbench.undo(copy.state.sequence, decision.events, before: after)
      if !decision.events.isEmpty { try copy.run(redo) }
      #expect(sameEntities(copy.state, after), "\(place): redo gave something else")
    } catch {
      Issue.record("\(place): the last change could not be undone: \(error)")
    }
  }

  private func expectReplay(of bench: Workbench, seed: UInt64) {
    var replayed = GatewayState()
    for (index, events) in bench.log.enumerated() {
      replayed.apply(events, sequence: Sequence64(index) + 1)
    }
    #expect(replayed == bench.state, "seed \(seed): replaying gave another state")
  }

  private func sameEntities(_ one: GatewayState, _ other: GatewayState) -> Bool {
    one.account == other.account && one.apis == other.apis && one.keys == other.keys
      && one.keyIdByValue == other.keyIdByValue && one.plans == other.plans
      && one.planKeys == other.planKeys && one.planIdsByKey == other.planIdsByKey
      && one.usageAdjustments == other.usageAdjustments
      && one.accessories(of: nil) == other.accessories(of: nil)
  }
}
