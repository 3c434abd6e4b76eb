/// A stage's settings for one method, or for all of them under `*/*`.
///
/// Source: API Gateway REST API reference, MethodSetting; the defaults are those a new entry gets.
public struct MethodSetting: Sendable, Hashable, Codable {
  public var metricsEnabled: Bool
  public var loggingLevel: String?
  public var dataTraceEnabled: Bool
  /// Tokens; negative is no limit.
  public var throttlingBurstLimit: Int
  /// Requests a second; negative is no limit.
  public var throttlingRateLimit: Double
  public var cachingEnabled: Bool
  public var cacheTtlInSeconds: Int
  public var cacheDataEncrypted: Bool
  public var requireAuthorizationForCacheControl: Bool
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
