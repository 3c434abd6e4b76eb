/// The settings of one method in a stage, by the last two tokens of their patch path.
///
/// Source: API Gateway REST API reference, UpdateStage; recorded answers for defaults and texts.
enum MethodSettingPatch {
  /// Sets one member from its text, or says no.
  typealias Setter = @Sendable (inout MethodSetting, String) -> Bool

  /// By `group/name`, for example `throttling/rateLimit`.
  static let members: [String: Setter] = [
    "metrics/enabled": {
      $0.metricsEnabled = isTrue($1); return true
    },
    "logging/dataTrace": {
      $0.dataTraceEnabled = isTrue($1); return true
    },
    "logging/loglevel": { (setting, text) in
      guard logLevels.contains(text) else { return false }
      setting.loggingLevel = text
      return true
    },
    "throttling/burstLimit": { (setting, text) in
      guard let limit = Int(text) else { return false }
      setting.throttlingBurstLimit = limit
      return true
    },
    "throttling/rateLimit": { (setting, text) in
      guard let limit = Double(text), limit.isFinite else { return false }
      setting.throttlingRateLimit = limit
      return true
    },
    "caching/enabled": {
      $0.cachingEnabled = isTrue($1); return true
    },
    "caching/dataEncrypted": {
      $0.cacheDataEncrypted = isTrue($1); return true
    },
    "caching/requireAuthorizationForCacheControl": {
      $0.requireAuthorizationForCacheControl = isTrue($1)
      return true
    },
    "caching/ttlInSeconds": { (setting, text) in
      guard let seconds = Int(text), ApiLimits.cacheTimeToLiveSeconds.contains(seconds)
      else { return false }
      setting.cacheTtlInSeconds = seconds
      return true
    },
    "caching/unauthorizedCacheControlHeaderStrategy": { (setting, text) in
      guard cacheControlStrategies.contains(text) else { return false }
      setting.unauthorizedCacheControlHeaderStrategy = text
      return true
    },
  ]

  /// What each member with a limited set of texts takes, for the remedy of a refusal.
  static let hints: [String: String] = [
    "logging/loglevel": "Use one of \(logLevels.joined(separator: ", ")).",
    "throttling/burstLimit": "Use a whole number of requests; a negative one is no limit.",
    "throttling/rateLimit": "Use a number of requests a second; a negative one is no limit.",
    "caching/ttlInSeconds":
      "Use a number of seconds from 0 to \(ApiLimits.cacheTimeToLiveSeconds.upperBound).",
    "caching/unauthorizedCacheControlHeaderStrategy":
      "Use one of \(cacheControlStrategies.joined(separator: ", ")).",
  ]

  private static let logLevels = ["OFF", "ERROR", "INFO"]
  private static let cacheControlStrategies = [
    "FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER",
  ]

  private static func isTrue(_ text: String) -> Bool { text.lowercased() == "true" }
}
