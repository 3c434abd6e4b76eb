import GatewayModel

/// The parameters of a request to a backend that an integration maps, made ready.
struct RequestMapping: Sendable {
  private let header: [(name: String, source: MappingSource)]
  private let query: [(name: String, source: MappingSource)]
  private let path: [String: MappingSource]
  /// A header that the gateway sets itself and that is mapped all the same.
  private let forbidden: String?

  /// Headers whose mapping breaks the integration.
  ///
  /// Source: recorded answers of header mapping onto HTTP integrations.
  private static let forbiddenHeaders = ["content-length", "transfer-encoding"]

  init(_ parameters: [String: String]) {
    func mapped(_ place: String) -> [(name: String, source: MappingSource)] {
      let prefix = "integration.request.\(place)."
      return parameters.sorted { $0.key < $1.key }.compactMap { key, expression in
        guard key.hasPrefix(prefix),
          let source = MappingSource(expression, of: "method.request.")
        else { return nil }
        return (String(key.dropFirst(prefix.count)), source)
      }
    }
    header = mapped("header") + mapped("multivalueheader")
    query = mapped("querystring") + mapped("multivaluequerystring")
    path = Dictionary(mapped("path").map { ($0.name, $0.source) }, uniquingKeysWith: { $1 })
    forbidden = header.first { Self.forbiddenHeaders.contains($0.name.lowercased()) }?.name
  }

  /// Whether nothing but path parameters is mapped.
  var mapsPathOnly: Bool { header.isEmpty && query.isEmpty }

  /// Whether the backend's address can be filled in from the request's path alone.
  var mapsPathFromPath: Bool {
    path.values.allSatisfy {
      if case .path = $0 { return true }
      return false
    }
  }

  /// The path parameter of the request that fills one of the address; its own name if it is not
  /// mapped.
  func pathParameter(_ name: String) -> String {
    if case .path(let source)? = path[name] { return source }
    return name
  }

  private static func isForbidden(_ field: (name: String, value: String)) -> Bool {
    forbiddenHeaders.contains(field.name.lowercased())
  }

  /// The mapped header fields, those that a template set last.
  ///
  /// - Throws: If a header is mapped that the gateway must set itself.
  func headers(
    for request: MethodRequest, overrides: MappingOverrides = MappingOverrides()
  ) throws(GatewayFailure) -> [(name: String, value: String)] {
    let set = overrides.requestHeaders
    if let forbidden = forbidden ?? set.first(where: Self.isForbidden)?.name {
      throw .configuration("Invalid mapping expression: header \(forbidden) cannot be set")
    }
    let mapped = header.compactMap { name, source in
      let values = source.values(in: request)
      return values.isEmpty ? nil : (name: name, value: values.joined(separator: ","))
    }
    return mapped + set
  }

  /// The mapped query, escaped, without `?`.
  ///
  /// - Parameter overrides: What a template put in place of mapped values.
  func queryText(
    for request: MethodRequest, overrides: MappingOverrides = MappingOverrides()
  ) -> String {
    let set = overrides.requestQuery
    let mapped = query.filter { name, _ in !set.contains { $0.name == name } }
      .map { (name: $0.name, values: $0.source.values(in: request)) }
    return (mapped + set).flatMap { name, values in
      values.map { "\(PercentEncoding.encoded(name))=\(PercentEncoding.encoded($0))" }
    }.joined(separator: "&")
  }

  /// The value of a path parameter of the backend's address, escaped.
  func pathValue(
    _ name: String, for request: MethodRequest, overrides: MappingOverrides = MappingOverrides()
  ) -> String? {
    (overrides.requestPath(name) ?? (path[name] ?? .path(name)).values(in: request).last)
      .map { PercentEncoding.encoded($0, keeping: "/!$&'()*+,;=:@") }
  }
}
