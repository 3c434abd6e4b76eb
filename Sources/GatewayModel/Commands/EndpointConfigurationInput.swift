/// An endpoint configuration as it arrives: any member may be missing or unknown.
public struct EndpointConfigurationInput: Sendable, Hashable, Codable {
  public var types: [String]?
  public var ipAddressType: String?
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
