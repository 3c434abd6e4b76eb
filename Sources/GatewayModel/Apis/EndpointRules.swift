/// What the endpoint configuration of an API may be.
///
/// Source: recorded answers of CreateRestApi and UpdateRestApi.
enum EndpointRules {
  /// The endpoint types, in the order the enumeration's error text lists them.
  static let types = ["PRIVATE", "EDGE", "REGIONAL"]
  /// The address types.
  static let ipAddressTypes = ["ipv4", "dualstack"]
  /// What a private API must have.
  static let privateIpAddressType = "dualstack"

  /// Notes types and address types outside their enumerations.
  static func check(
    _ configuration: EndpointConfigurationInput?, of input: String,
    into violations: inout ConstraintViolations
  ) {
    let path = "\(input).endpointConfiguration"
    if let given = configuration?.types, !given.allSatisfy(types.contains) {
      violations.note(
        "[\(given.joined(separator: ", "))]", at: "\(path).types",
        must: "Member must satisfy constraint: "
          + "[Member must satisfy enum value set: [\(types.joined(separator: ", "))]]",
        field: "endpointConfiguration.types")
    }
    violations.check(
      configuration?.ipAddressType, at: "\(path).ipAddressType", among: ipAddressTypes,
      field: "endpointConfiguration.ipAddressType")
  }

  /// The configuration of a new API, defaults filled in.
  ///
  /// - Throws: `badRequest` when there is not exactly one type, or a private API is not dual-stack.
  static func configuration(
    from input: EndpointConfigurationInput?
  ) throws(CommandError) -> EndpointConfiguration {
    let types = input?.types ?? EndpointConfiguration().types
    guard !types.isEmpty else {
      throw CommandError(
        .badRequest, "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.",
        field: "endpointConfiguration.types", remedy: "Name one type, or leave the list out.")
    }
    guard types.count == 1 else {
      throw CommandError(
        .badRequest, "Cannot create an api with multiple Endpoint Types.",
        field: "endpointConfiguration.types", remedy: "Name one type.")
    }
    let isPrivate = types == ["PRIVATE"]
    let configuration = EndpointConfiguration(
      types: types,
      ipAddressType: input?.ipAddressType ?? (isPrivate ? privateIpAddressType : "ipv4"),
      vpcEndpointIds: input?.vpcEndpointIds)
    try check(configuration)
    return configuration
  }

  /// Refuses a private API over IPv4 alone.
  static func check(_ configuration: EndpointConfiguration) throws(CommandError) {
    guard
      configuration.types != ["PRIVATE"]
        || configuration.ipAddressType == privateIpAddressType
    else {
      throw CommandError(
        .badRequest, "Only dualstack ipAddressType is supported for Private APIs.",
        field: "endpointConfiguration.ipAddressType", remedy: "Use dualstack.")
    }
  }
}
