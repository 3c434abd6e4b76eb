import Journal

/// The crash model, long and by hand.
enum CrashSimulation {
  private static let defaultRounds = 20
  private static let defaultStates = 64

  /// `crash [--seed N] [--rounds M] [--states S]`: exit status 1 when a promise was broken. Without
  /// a seed one is drawn; it is printed, and repeats the run.
  static func run(_ arguments: ArraySlice<String>) -> Int32? {
    var values = ["--rounds": defaultRounds, "--states": defaultStates]
    var rest = arguments
    while let name = rest.popFirst() {
      guard name == "--seed" || values[name] != nil, let text = rest.popFirst(),
        let value = Int(text), value >= 0
      else { return nil }
      values[name] = value
    }
    let seed = values["--seed"] ?? drawnSeed()
    Output.writeLine("seed \(seed)")
    var model = CrashModel(seed: UInt64(seed))
    let outcome = model.run(
      rounds: values["--rounds"] ?? defaultRounds,
      statesPerCut: values["--states"] ?? defaultStates)
    for failure in outcome.failures { Output.writeLine("FAILED \(failure)") }
    Output.writeLine(
      "\(outcome.cutCount) power cuts, \(outcome.stateCount) states, "
        + "\(outcome.failures.count) broken promises")
    return outcome.failures.isEmpty ? 0 : 1
  }

  private static func drawnSeed() -> Int {
    Int(UInt32.random(in: 0...UInt32.max))
  }
}
