/// Where and how a stage logs requests; kept and shown.
public struct AccessLogSettings: Sendable, Hashable, Codable {
  /// What a line of the log holds.
  public var format: String?
  /// Where the log goes.
  public var destinationArn: String?

  /// Access log settings.
  public init(format: String? = nil, destinationArn: String? = nil) {
    self.format = format
    self.destinationArn = destinationArn
  }
}
