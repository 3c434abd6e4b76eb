/// How an API is reached; kept and shown, with no effect on a local gateway.
public struct EndpointConfiguration: Sendable, Hashable, Codable {
  /// One of `EDGE`, `REGIONAL`, `PRIVATE`.
  public var types: [String]
  /// `ipv4` or `dualstack`.
  public var ipAddressType: String
  /// VPC endpoints of a private API.
  public var vpcEndpointIds: [String]?

  /// An endpoint configuration; a new API is `EDGE` over `ipv4`.
  public init(
    types: [String] = ["EDGE"], ipAddressType: String = "ipv4", vpcEndpointIds: [String]? = nil
  ) {
    self.types = types
    self.ipAddressType = ipAddressType
    self.vpcEndpointIds = vpcEndpointIds
  }
}
