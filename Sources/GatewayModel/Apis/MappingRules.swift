/// What parameter names, mapping expressions and content types may be, in methods, integrations and
/// responses.
///
/// Source: API Gateway developer guide, "Request and response data mapping"; recorded answers for the
/// texts.
enum MappingRules {
  /// `method.request.{querystring,path,header}.NAME`, what a method may declare.
  static func check(
    requestParameters names: some Swift.Sequence<String>
  ) throws(CommandError) {
    try refuse(
      names.filter { place(in: $0, after: "method.request.", among: requestPlaces) == nil },
      field: "requestParameters",
      remedy: "Name parameters as method.request.querystring.NAME, …path.NAME or …header.NAME.")
    let last = names.map { $0.split(separator: ".").dropFirst(3).joined(separator: ".") }
    guard Set(last).count == last.count else {
      throw CommandError(
        .badRequest, "Parameter names must be unique across querystring, header and path",
        field: "requestParameters", remedy: "Give each parameter a name of its own.")
    }
  }

  /// `method.response.header.NAME`, what a method response may declare and a backend's answer fill.
  static func check(
    responseParameters names: some Swift.Sequence<String>
  ) throws(CommandError) {
    try refuse(
      names.filter { place(in: $0, after: "method.response.", among: ["header"]) == nil },
      field: "responseParameters", remedy: "Name headers as method.response.header.NAME.")
  }

  /// `gatewayresponse.header.NAME` to a static value or something of the request.
  static func check(gatewayResponseParameters map: [String: String]) throws(CommandError) {
    try refuse(
      map.keys.filter { place(in: $0, after: "gatewayresponse.", among: ["header"]) == nil }
        + map.values.filter { !isExpression($0, of: requestSources) },
      field: "responseParameters",
      remedy: "Map gatewayresponse.header.NAME to 'text' in single quotes or to "
        + "method.request.header.NAME.")
  }

  /// `integration.request.{querystring,path,header}.NAME` to an expression over the request.
  static func check(integrationRequestParameters map: [String: String]) throws(CommandError) {
    try refuse(
      map.keys.filter { place(in: $0, after: "integration.request.", among: requestPlaces) == nil }
        + map.values.filter { !isExpression($0, of: requestSources) },
      field: "requestParameters",
      remedy: "Map integration.request.header.NAME to 'text' in single quotes or to "
        + "method.request.header.NAME.")
  }

  /// `method.response.header.NAME` to an expression over the backend's answer.
  static func check(integrationResponseParameters map: [String: String]) throws(CommandError) {
    try check(responseParameters: map.keys)
    try refuse(
      map.values.filter { !isExpression($0, of: responseSources) }, field: "responseParameters",
      remedy: "Map headers to 'text' in single quotes or to integration.response.header.NAME.")
  }

  /// Templates are keyed by content type, and their size is limited.
  static func check(templates: [String: String?], field: String) throws(CommandError) {
    for (type, template) in templates.sorted(by: { $0.key < $1.key }) {
      guard isContentType(type) else {
        throw CommandError(
          .badRequest,
          "Validation Result: warnings : [], errors : [Invalid content type specified: \(type)]",
          field: field, remedy: "Use a content type such as application/json.")
      }
      guard (template?.utf8.count ?? 0) <= ApiLimits.mappingTemplateLimitBytes else {
        throw CommandError(
          .badRequest,
          "Mapping template can be at most \(ApiLimits.mappingTemplateLimitBytes) bytes",
          field: field, remedy: "Shorten the template for \(type).")
      }
    }
  }

  private static let requestPlaces = [
    "querystring", "path", "header", "multivaluequerystring", "multivalueheader",
  ]
  private static let anywhere = ["context.", "stageVariables."]
  private static let requestSources = anywhere + ["method.request."]
  private static let responseSources = anywhere + ["integration.response."]

  private static func place(
    in name: String, after prefix: String, among places: [String]
  ) -> String? {
    guard name.hasPrefix(prefix) else { return nil }
    let rest = name.dropFirst(prefix.count)
    return places.first { rest.hasPrefix("\($0).") && rest.count > $0.count + 1 }
  }

  private static func isExpression(_ text: String, of sources: [String]) -> Bool {
    if text.utf8.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") { return true }
    return sources.contains { text.hasPrefix($0) && text.utf8.count > $0.utf8.count }
  }

  private static func isContentType(_ text: String) -> Bool {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    return halves.count == 2
      && halves.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x1F && $0 < 0x7F } }
  }

  private static func refuse(
    _ wrong: [String], field: String, remedy: String
  ) throws(CommandError) {
    guard !wrong.isEmpty else { return }
    let errors = wrong.sorted().map { "Invalid mapping expression specified: \($0)" }
    throw CommandError(
      .badRequest,
      "Invalid mapping expression specified: Validation Result: warnings : [], "
        + "errors : [\(errors.joined(separator: ", "))]",
      field: field, remedy: remedy)
  }
}
