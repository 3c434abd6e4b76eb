/// A stage's settings for one method, or for all of them under `*/*`.
///
/// Source: API Gateway REST API reference, MethodSetting; the defaults are those a new entry gets.
public struct MethodSetting: Sendable, Hashable, Codable {
  /// Whether metrics are sent; kept and shown.
  public var metricsEnabled: Bool
  /// `OFF`, `ERROR` or `INFO`; nil when never set.
  public var loggingLevel: String?
  /// Whether whole requests are logged; kept and shown.
  public var dataTraceEnabled: Bool
  /// Tokens; negative is no limit.
  public var throttlingBurstLimit: Int
  /// Requests a second; negative is no limit.
  public var throttlingRateLimit: Double
  /// Whether answers are cached; kept and shown.
  public var cachingEnabled: Bool
  /// How long an answer is kept, 0 to 3,600 seconds.
  public var cacheTtlInSeconds: Int
  /// Whether cached answers are encrypted; kept and shown.
  public var cacheDataEncrypted: Bool
  /// Whether a client needs leave to skip the cache.
  public var requireAuthorizationForCacheControl: Bool
  /// What a client without that leave gets.
  public var unauthorizedCacheControlHeaderStrategy: String

  /// A method's settings.
  public init(
    metricsEnabled: Bool = false, loggingLevel: String? = nil, dataTraceEnabled: Bool = false,
    throttlingBurstLimit: Int = 5_000, throttlingRateLimit: Double = 10_000,
    cachingEnabled: Bool = false, cacheTtlInSeconds: Int = 300, cacheDataEncrypted: Bool = false,
    requireAuthorizationForCacheControl: Bool = true,
    unauthorizedCacheControlHeaderStrategy: String = "SUCCEED_WITH_RESPONSE_HEADER"
  ) {
    self.metricsEnabled = metricsEnabled
    self.loggingLevel = loggingLevel
    self.dataTraceEnabled = dataTraceEnabled
    self.throttlingBurstLimit = throttlingBurstLimit
    self.throttlingRateLimit = throttlingRateLimit
    self.cachingEnabled = cachingEnabled
    self.cacheTtlInSeconds = cacheTtlInSeconds
    self.cacheDataEncrypted = cacheDataEncrypted
    self.requireAuthorizationForCacheControl = requireAuthorizationForCacheControl
    self.unauthorizedCacheControlHeaderStrategy = unauthorizedCacheControlHeaderStrategy
  }
}
