import Foundation

/// A reproducible source of random numbers, whose seed is printed with what goes wrong.
///
/// `KEYSTILE_SEED` in the environment repeats a run.
struct SeededNumbers: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init() {
    let given = ProcessInfo.processInfo.environment["KEYSTILE_SEED"].flatMap { UInt64($0) }
    seed = given ?? .random(in: 1...UInt64(UInt32.max))
    state = seed
  }

  /// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
