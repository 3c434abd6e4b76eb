import GatewayModel

/// A key whose value is shown for a short time.
struct RevealedKey: Sendable {
  let id: ApiKeyID
  /// On the monotonic clock.
  let untilMilliseconds: Int64
  /// How long a value is shown.
  static let durationMilliseconds: Int64 = 10_000
}
