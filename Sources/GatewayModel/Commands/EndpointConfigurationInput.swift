/// An endpoint configuration as it arrives: any member may be missing or unknown.
public struct EndpointConfigurationInput: Sendable, Hashable, Codable {
  /// One of `EDGE`, `REGIONAL`, `PRIVATE`.
  public var types: [String]?
  /// `ipv4` or `dualstack`.
  public var ipAddressType: String?
  /// VPC endpoints of a private API.
  public var vpcEndpointIds: [String]?

  /// An endpoint configuration as it arrives.
  public init(
    types: [String]? = nil, ipAddressType: String? = nil, vpcEndpointIds: [String]? = nil
  ) {
    self.types = types
    self.ipAddressType = ipAddressType
    self.vpcEndpointIds = vpcEndpointIds
  }
}
