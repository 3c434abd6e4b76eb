/// Where and how a stage logs requests; kept and shown.
public struct AccessLogSettings: Sendable, Hashable, Codable {
  public var format: String?
  public var destinationArn: String?

  /// Access log settings.
  public init(format: String? = nil, destinationArn: String? = nil) {
    self.format = format
    self.destinationArn = destinationArn
  }
}
