/// The settings that hold for the whole workspace.
public struct Account: Sendable, Hashable, Codable {
  /// A role for execution logs; kept and shown.
  public var cloudwatchRoleArn: String?
  /// The limit over all requests of all APIs.
  public var throttleSettings: ThrottleSettings
  /// Always holds `UsagePlans`.
  public var features: [String]
  /// The version of the key rules.
  public var apiKeyVersion: String

  /// An account; a new one has API Gateway's limits of 10,000 requests a second, burst 5,000.
  public init(
    cloudwatchRoleArn: String? = nil,
    throttleSettings: ThrottleSettings = ThrottleSettings(rateLimit: 10_000, burstLimit: 5_000),
    features: [String] = [Account.usagePlansFeature], apiKeyVersion: String = "4"
  ) {
    self.cloudwatchRoleArn = cloudwatchRoleArn
    self.throttleSettings = throttleSettings
    self.features = features
    self.apiKeyVersion = apiKeyVersion
  }

  /// The feature every account has.
  public static let usagePlansFeature = "UsagePlans"

  /// The account number that ids and error texts show.
  public static let id = "000000000000"
}
