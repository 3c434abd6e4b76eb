/// Which documentation parts a list is to show.
public struct DocumentationQuery: Sendable, Hashable {
  /// Only of this type.
  public var type: String?
  /// Only of this name.
  public var name: String?
  /// Only at this path.
  public var path: String?
  /// `DOCUMENTED` shows the parts there are, `UNDOCUMENTED` the places that have none; nil is the first.
  public var locationStatus: String?

  /// A query; nil asks for all.
  public init(
    type: String? = nil, name: String? = nil, path: String? = nil, locationStatus: String? = nil
  ) {
    self.type = type
    self.name = name
    self.path = path
    self.locationStatus = locationStatus
  }

  func includes(_ location: DocumentationPartLocation) -> Bool {
    (type == nil || location.type == type) && (name == nil || location.name == name)
      && (path == nil || location.path == path)
  }
}

extension GatewayState {
  /// The documentation parts a query asks for, by id; places without documentation have no id and come
  /// in the order of their labels. Pages are cut by either.
  ///
  /// - Throws: `validation` for a type or status that is none; `notFound` for an unknown API.
  /// Source: API Gateway REST API reference, GetDocumentationParts.
  public func documentationParts(
    of apiId: RestApiID, matching query: DocumentationQuery
  ) throws(CommandError) -> [DocumentationPart] {
    var violations = ConstraintViolations()
    violations.check(
      query.type, at: "type", among: DocumentationPartLocation.types, field: "type")
    violations.check(
      query.locationStatus, at: "locationStatus", among: ["UNDOCUMENTED", "DOCUMENTED"],
      field: "locationStatus")
    try violations.throwIfAny()
    let api = try existingApi(apiId)
    guard query.locationStatus == "UNDOCUMENTED" else {
      return listed(DocumentationPart.self, of: apiId).filter { query.includes($0.location) }
    }
    let known = Set(api.documentationParts.values.map(\.location))
    return api.documentedPlaces.filter { !known.contains($0) && query.includes($0) }
      .sorted { $0.label < $1.label }
      .map { DocumentationPart(id: "", location: $0, properties: "") }
  }
}

extension ApiState {
  /// The places of the API that documentation may be about: itself, its authorizers, models, resources
  /// and methods; in no order.
  fileprivate var documentedPlaces: [DocumentationPartLocation] {
    var places = [DocumentationPartLocation(type: "API")]
    places += authorizers.values.map { .init(type: "AUTHORIZER", name: $0.name) }
    places += models.values.map { .init(type: "MODEL", name: $0.name) }
    for resource in resources.values {
      places.append(.init(type: "RESOURCE", path: resource.path))
      places += (methods[resource.id] ?? [:]).keys
        .map { .init(type: "METHOD", path: resource.path, method: $0) }
    }
    return places
  }
}
