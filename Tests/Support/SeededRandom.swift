import Foundation

/// A reproducible source of random numbers: the same numbers from the same seed, everywhere.
///
/// A seed that was not fixed is printed; `KEYSTILE_SEED` in the environment repeats such a run.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
public struct SeededRandom: RandomNumberGenerator, Sendable {
  /// What the numbers follow from.
  public let seed: UInt64
  private var state: UInt64

  /// The seed that the environment asks for, if any.
  public static let chosenSeed = ProcessInfo.processInfo.environment["KEYSTILE_SEED"]
    .flatMap { UInt64($0) }

  /// Begins with the seed of the environment, else with one that no run had before, and prints it at
  /// once: a crash leaves no time for it later.
  /// - Parameter test: whose seed it is.
  public init(for test: String = #function) {
    self.init(seed: Self.chosenSeed ?? .random(in: 1...UInt64(UInt32.max)))
    FileHandle.standardError.write(Data("\(test): KEYSTILE_SEED=\(seed)\n".utf8))
  }

  /// Begins with a seed.
  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to one less than `bound`, which is 1 or more.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// True so many times out of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of a list that is not empty.
  public mutating func element<Element>(of list: [Element]) -> Element { list[below(list.count)] }
}
