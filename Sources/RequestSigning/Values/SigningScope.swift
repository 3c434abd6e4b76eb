/// What a derived key is good for: one day, one region, one service.
public struct SigningScope: Sendable, Hashable, CustomStringConvertible {
  /// The day, `20150830`.
  public var day: String
  /// The region, for example `us-east-1`.
  public var region: String
  /// The service's signing name, for example `apigateway`.
  public var service: String

  /// What every scope ends with.
  static let terminator = "aws4_request"

  /// A scope.
  public init(day: String, region: String, service: String) {
    self.day = day
    self.region = region
    self.service = service
  }

  /// The scope as the string to sign has it, `20150830/us-east-1/apigateway/aws4_request`.
  public var description: String { "\(day)/\(region)/\(service)/\(Self.terminator)" }
}
