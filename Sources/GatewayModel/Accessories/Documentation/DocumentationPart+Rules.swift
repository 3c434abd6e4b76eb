extension DocumentationPart: ApiAccessory {
  static var shelf: WritableKeyPath<ApiState, [String: DocumentationPart]> {
    \.documentationParts
  }

  /// Parts an API can have.
  ///
  /// Source: API Gateway developer guide, "Quotas for configuring and running a REST API".
  static let maximumCount = 2_000
  /// The documentation of one place, in bytes.
  static let propertiesLimitBytes = 400 * 1_024
  /// What a status code in a location must match.
  static let statusCodePattern = #"^([1-5]\d\d|\*|\s*)$"#

  static var rules: AccessoryRules<DocumentationPart> {
    AccessoryRules(
      unknown: "Invalid Documentation part identifier specified", field: "documentationPartId",
      patch: [PatchRule("/properties", .replace) { $0.properties = $1.value ?? "" }],
      awsNames: { [.text("rest-api-id", $0.apiId), .text("documentation-part-id", $0.key)] },
      check: { (part, state, apiId) throws(CommandError) in
        try check(properties: part.properties)
        try check(part.location)
        let parts = all(in: state, of: apiId).values
        guard !parts.contains(where: { $0.location == part.location && $0.id != part.id }) else {
          let place = ([("type", part.location.type)] + part.location.given)
            .map { "\($0.0) '\($0.1)'" }.joined(separator: ", ")
          throw CommandError(
            .conflict, "Documentation part already exists for the specified location: \(place).",
            field: "location", remedy: "Change the part that is there.")
        }
      })
  }

  /// Notes members of a location outside their enumeration or pattern.
  static func check(
    _ location: DocumentationPartLocation, of input: String,
    into violations: inout ConstraintViolations
  ) {
    violations.check(
      location.type, at: "\(input).location.type", among: DocumentationPartLocation.types,
      field: "location.type")
    guard let code = location.statusCode, code != "*", !code.trimmingBlanks.isEmpty,
      !StatusCodeRules.isStatusCode(code)
    else { return }
    violations.note(
      code, at: "\(input).location.statusCode",
      must: "Member must satisfy regular expression pattern: \(statusCodePattern)",
      field: "location.statusCode")
  }

  private static func check(properties: String) throws(CommandError) {
    guard JSONText.isObject(properties), properties.utf8.count <= propertiesLimitBytes else {
      throw CommandError(
        .badRequest, "Invalid documentation properties specified: must be a JSON object",
        field: "properties", remedy: #"Give text such as {"description":"…"}, at most 400 KiB."#)
    }
  }

  private static func check(_ location: DocumentationPartLocation) throws(CommandError) {
    guard let permitted = DocumentationPartLocation.members[location.type] else { return }
    if let extra = location.given.first(where: { !permitted.contains($0.name) }) {
      throw CommandError(
        .badRequest,
        "Invalid location specified: \(extra.name) is not valid for type \(location.type)",
        field: "location.\(extra.name)", remedy: "Leave \(extra.name) out.")
    }
    guard !permitted.contains("name") || location.name?.isEmpty == false else {
      throw CommandError(
        .badRequest, "Invalid location specified: name is required for type \(location.type)",
        field: "location.name", remedy: "Name what the documentation is about.")
    }
  }
}
