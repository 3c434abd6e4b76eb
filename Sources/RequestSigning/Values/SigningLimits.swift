/// Every limit of request signing, with its unit.
public enum SigningLimits {
  /// How far a request's date may be from the server's clock, in seconds, in either direction.
  public static let skewSeconds: Int64 = 300
  /// How long after its first use a signature may come again if its client can have signed two equal
  /// requests in one second, in milliseconds. See `ReplayCache`.
  public static let repeatMilliseconds: Int64 = 2_000
  /// How often one signature is accepted within that time, in requests.
  public static let repeats = 1_000
  /// The signatures remembered of one access key, in signatures: some 5 MiB when full.
  public static let signaturesPerKey = 65_536
  /// The derived keys remembered of one access key, in scopes: days and regions it signs for.
  public static let scopesPerKey = 4
  /// The access keys whose derived keys are remembered, in keys.
  public static let cachedKeys = 256
  /// The longest `Authorization` field that is read, in bytes.
  public static let authorizationBytes = 4_096
  /// The header fields a signature may cover, in fields.
  public static let signedHeaders = 100
}
