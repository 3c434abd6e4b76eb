public import GatewayModel

/// Requests per second of the keys somebody looks at, second by second.
///
/// Only keys on the screen are sampled, so a million keys cost what a screenful costs.
public struct UsageSamples: Sendable {
  /// Seconds kept of each key.
  public static let ringSeconds = 60
  /// Keys that are sampled at once; those looked at longest ago give way.
  public static let trackedLimitKeys = 256

  private struct Track: Sendable {
    var rates: [Double] = []
    var lastArrived: Int
    var lastMilliseconds: Int64
    var isWanted = true
  }

  private var tracks: [ApiKeyID: Track] = [:]

  /// Nothing sampled yet.
  public init() {}

  /// Requests per second of a key, oldest first, at most `ringSeconds`; empty before the second
  /// tick.
  public func rates(of key: ApiKeyID) -> [Double] { tracks[key]?.rates ?? [] }

  /// The newest reading in requests per second; nil before the second tick.
  public func rate(of key: ApiKeyID) -> Double? { tracks[key]?.rates.last }

  /// Reads the counters of the keys that are looked at.
  ///
  /// - Parameters:
  ///   - keys: The keys on the screen, the most important ones first.
  ///   - milliseconds: The monotonic clock.
  ///   - arrived: Today's requests of a key in all its plans.
  public mutating func sample(
    _ keys: [ApiKeyID], at milliseconds: Int64, arrived: (ApiKeyID) -> Int
  ) {
    for key in tracks.keys { tracks[key]?.isWanted = false }
    for key in keys.prefix(Self.trackedLimitKeys) {
      let count = arrived(key)
      guard var track = tracks[key] else {
        tracks[key] = Track(lastArrived: count, lastMilliseconds: milliseconds)
        continue
      }
      track.isWanted = true
      let elapsed = milliseconds - track.lastMilliseconds
      guard elapsed > 0 else { continue }
      // The counters begin at 0 again at midnight, which is no negative rate.
      let requests = count >= track.lastArrived ? count - track.lastArrived : count
      track.rates.append(Double(requests) * 1_000 / Double(elapsed))
      if track.rates.count > Self.ringSeconds { track.rates.removeFirst() }
      track.lastArrived = count
      track.lastMilliseconds = milliseconds
      tracks[key] = track
    }
    if tracks.count > Self.trackedLimitKeys { tracks = tracks.filter { $0.value.isWanted } }
  }
}
