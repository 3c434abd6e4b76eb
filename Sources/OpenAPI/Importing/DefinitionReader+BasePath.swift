import GatewayModel

extension DefinitionReader {
  /// The path all others hang from: Swagger's `basePath`, or that of the first server's address.
  mutating func readBasePath() throws(DocumentError) {
    switch dialect {
    case .swagger: definition.basePath = try root["basePath"]?.text() ?? ""
    case .oas30:
      guard let server = try root["servers"]?.elements().first, let url = server["url"] else {
        return
      }
      definition.basePath = Self.path(of: try filled(try url.text(), from: server))
      try readEndpoint(server["x-amazon-apigateway-endpoint-configuration"])
    }
  }

  /// The address with the defaults of its variables.
  private func filled(
    _ url: String, from server: DocumentNode
  ) throws(DocumentError) -> String {
    var url = url
    guard let variables = server["variables"] else { return url }
    for (name, variable) in try variables.members() {
      let value = try variable["default"]?.text() ?? ""
      url = url.split(separator: "{\(name)}", omittingEmptySubsequences: false)
        .joined(separator: value)
    }
    return url
  }

  private static func path(of url: String) -> String {
    var rest = url.prefix { $0 != "?" && $0 != "#" }
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      guard let slash = rest.firstIndex(of: "/") else { return "" }
      rest = rest[slash...]
    }
    return "/" + rest.split(separator: "/").joined(separator: "/")
  }

  /// What a document says of how the API is reached.
  mutating func readEndpoint(_ node: DocumentNode?) throws(DocumentError) {
    guard let node else { return }
    definition.vpcEndpointIds = try node["vpcEndpointIds"]?.texts() ?? definition.vpcEndpointIds
    definition.disableExecuteApiEndpoint =
      try node["disableExecuteApiEndpoint"]?.truth() ?? definition.disableExecuteApiEndpoint
  }
}
