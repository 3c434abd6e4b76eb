public import GatewayModel

/// Requests per second of the keys somebody looks at, second by second, and which are throttled.
///
/// Only keys on the screen are sampled, so a million keys cost what a screenful costs.
public struct UsageSamples: Sendable {
  /// Seconds kept of each key.
  public static let ringSeconds = 60
  /// Keys that are sampled at once; those looked at longest ago give way.
  public static let trackedLimitKeys = 256

  /// Seconds for which a key counts as throttled after a request that came too fast: long enough
  /// that a client which tries again every few seconds does not flicker.
  public static let throttledSeconds = 10

  private struct Track: Sendable {
    var rates: [Double] = []
    /// How many rates there have been, those no longer kept too.
    var rateCount = 0
    var last: UsageReading
    var lastMilliseconds: Int64
    var throttledMilliseconds: Int64?
    var isWanted = true
  }

  private var tracks: [ApiKeyID: Track] = [:]

  /// Nothing sampled yet.
  public init() {}

  /// Requests per second of a key, oldest first, at most `ringSeconds`; empty before the second
  /// tick.
  public func rates(of key: ApiKeyID) -> [Double] { tracks[key]?.rates ?? [] }

  /// Seconds that one of the means of `minute(of:)` stands for.
  static let secondsOfMean = 5

  /// The last minute of a key's requests per second as means of 5 s, oldest first; the newest is of
  /// the seconds so far.
  ///
  /// Which seconds a mean stands for does not change as time goes by, so a graph of them moves on
  /// every 5 s instead of every second.
  public func minute(of key: ApiKeyID) -> [Double] {
    guard let track = tracks[key] else { return [] }
    var sums: [(sum: Double, count: Int)] = []
    let forgotten = track.rateCount - track.rates.count
    for (place, rate) in track.rates.enumerated() {
      if sums.isEmpty || (forgotten + place) % Self.secondsOfMean == 0 { sums.append((0, 0)) }
      sums[sums.count - 1].sum += rate
      sums[sums.count - 1].count += 1
    }
    return sums.suffix(Self.ringSeconds / Self.secondsOfMean).map { $0.sum / Double($0.count) }
  }

  /// The newest reading in requests per second; nil before the second tick.
  public func rate(of key: ApiKeyID) -> Double? { tracks[key]?.rates.last }

  /// Whether a request of the key came too fast within the last `throttledSeconds`.
  public func isThrottled(_ key: ApiKeyID) -> Bool {
    guard let track = tracks[key], let moment = track.throttledMilliseconds else { return false }
    return track.lastMilliseconds - moment < Int64(Self.throttledSeconds) * 1_000
  }

  /// Reads the counters of the keys that are looked at.
  ///
  /// - Parameters:
  ///   - keys: The keys on the screen, the most important ones first.
  ///   - milliseconds: The monotonic clock.
  ///   - reading: Today's counters of a key in all its plans.
  public mutating func sample(
    _ keys: [ApiKeyID], at milliseconds: Int64, reading: (ApiKeyID) -> UsageReading
  ) {
    for key in tracks.keys { tracks[key]?.isWanted = false }
    for key in keys.prefix(Self.trackedLimitKeys) {
      let now = reading(key)
      guard var track = tracks[key] else {
        tracks[key] = Track(last: now, lastMilliseconds: milliseconds)
        continue
      }
      track.isWanted = true
      let elapsed = milliseconds - track.lastMilliseconds
      guard elapsed > 0 else { continue }
      // The counters begin at 0 again at midnight, which is no negative rate.
      let isNewDay = now.arrived < track.last.arrived
      let requests = isNewDay ? now.arrived : now.arrived - track.last.arrived
      if now.throttled > (isNewDay ? 0 : track.last.throttled) {
        track.throttledMilliseconds = milliseconds
      }
      track.rates.append(Double(requests) * 1_000 / Double(elapsed))
      track.rateCount += 1
      if track.rates.count > Self.ringSeconds { track.rates.removeFirst() }
      track.last = now
      track.lastMilliseconds = milliseconds
      tracks[key] = track
    }
    if tracks.count > Self.trackedLimitKeys { tracks = tracks.filter { $0.value.isWanted } }
  }
}
