import Testing

@testable import Enforcement

@Suite("Token bucket")
struct TokenBucketTests {
  static let second: Int64 = 1_000_000_000

  /// Takes every token as soon as it is there, and says how many there were.
  func flood(_ limit: ThrottleLimit, seconds: Int64) -> Int {
    var bucket = TokenBucket()
    var taken = 0
    var now = Self.second
    while now <= Self.second * (1 + seconds) {
      let wait = bucket.wait(for: limit, at: now)
      now += wait
      if wait > 0 { continue }
      bucket.take(under: limit, at: now)
      taken += 1
    }
    return taken
  }

  @Test(
    "A flood gets the burst and then the rate, within one token",
    arguments: [
      (100.0, 200), (0.5, 3), (10_000, 5_000), (33.3, 1), (1.0 / 3, 10), (7_777, 12_345),
    ] as [(Double, Int)])
  func flooded(rate: Double, burst: Int) {
    let taken = Double(flood(ThrottleLimit(rate: rate, burst: burst), seconds: 10))
    let expected = Double(burst) + 10 * rate
    #expect(abs(taken - expected) <= 1)
  }

  @Test(
    "A rate or a burst of 0 blocks for ever",
    arguments: [(0, 0), (0, 10), (10, 0)] as [(Double, Int)])
  func blocked(rate: Double, burst: Int) {
    let limit = ThrottleLimit(rate: rate, burst: burst)
    let bucket = TokenBucket()
    #expect(bucket.wait(for: limit, at: 0) == .max)
    #expect(bucket.wait(for: limit, at: .max / 4) == .max)
    #expect(bucket.tokens(under: limit, at: 1) == 0)
  }

  @Test("The wait is exact: a nanosecond earlier there is no token")
  func waitIsExact() {
    let limit = ThrottleLimit(rate: 4, burst: 1)
    var bucket = TokenBucket()
    bucket.take(under: limit, at: 1_000)
    let wait = bucket.wait(for: limit, at: 1_000)
    #expect(wait == Self.second / 4)
    #expect(bucket.wait(for: limit, at: 1_000 + wait - 1) == 1)
    #expect(bucket.wait(for: limit, at: 1_000 + wait) == 0)
  }

  @Test("A raised limit keeps the tokens at hand and refills at the new rate")
  func raised() {
    let old = ThrottleLimit(rate: 1, burst: 10)
    var bucket = TokenBucket()
    for _ in 0..<7 { bucket.take(under: old, at: Self.second) }
    let new = ThrottleLimit(rate: 100, burst: 50, since: 2 * Self.second)
    #expect(bucket.tokens(under: new, at: 2 * Self.second) == 4)
    #expect(bucket.tokens(under: new, at: 2 * Self.second + Self.second / 10) == 14)
    #expect(bucket.tokens(under: new, at: 9 * Self.second) == 50)
  }

  @Test("A lowered burst cuts the tokens at hand")
  func lowered() {
    let old = ThrottleLimit(rate: 1, burst: 100)
    var bucket = TokenBucket()
    bucket.take(under: old, at: Self.second)
    let new = ThrottleLimit(rate: 1, burst: 5, since: Self.second)
    #expect(bucket.tokens(under: new, at: Self.second) == 5)
  }

  @Test("Extreme numbers neither trap nor overflow")
  func extremes() {
    let rates: [Double] = [
      0, .leastNonzeroMagnitude, 1e-9, 1, 1e9, 1e18, .greatestFiniteMagnitude, .infinity,
    ]
    for rate in rates {
      for burst in [0, 1, 2, Int.max] {
        let limit = ThrottleLimit(rate: rate, burst: burst)
        for next in [ThrottleLimit(rate: 1, burst: 1), ThrottleLimit(rate: 1e-12, burst: .max)] {
          var bucket = TokenBucket()
          for now in [0, 1, Int64.max / 8] as [Int64] where bucket.wait(for: limit, at: now) == 0 {
            bucket.take(under: limit, at: now)
          }
          _ = bucket.tokens(under: next, at: .max / 8)
          _ = bucket.wait(for: next, at: .max / 8)
        }
      }
    }
  }
}
