/// The paths of UpdateGatewayResponse.
///
/// Source: API Gateway REST API reference, "Patch operations", GatewayResponse; recorded answers for
/// the texts.
enum GatewayResponsePatch {
  static let table = PatchTable<GatewayResponse>(
    input: "updateGatewayResponseInput", refusal: .namesPath,
    rules: [
      PatchRule("/statusCode", .replace, wrongOp: .unknownPath) {
        (response, step) throws(CommandError) in
        guard step.text.map(StatusCodeRules.isStatusCode) ?? true else {
          throw CommandError(
            .badRequest, "Invalid status code specified: \(step.value ?? "")",
            field: "statusCode", remedy: "Use three digits from 100 to 599.")
        }
        response.statusCode = step.text
      },
      PatchRule("/responseParameters/{name}", .add, .replace, .remove) {
        (response, step) throws(CommandError) in
        let name = step.captures[0]
        if step.op != .add, response.responseParameters[name] == nil {
          throw CommandError.unknownParameter
        }
        response.responseParameters[name] = try value(of: step, in: "responseParameters")
        try MappingRules.check(gatewayResponseParameters: response.responseParameters)
      },
      PatchRule("/responseTemplates/{contentType}", .add, .replace, .remove) {
        (response, step) throws(CommandError) in
        let type = step.captures[0]
        var templates = response.responseTemplates
        if templates.isEmpty { templates = EffectiveGatewayResponse.defaultTemplates }
        if step.op == .remove, templates[type] == nil { throw CommandError.unknownContentType }
        templates[type] = try value(of: step, in: "responseTemplates")
        try MappingRules.check(templates: templates, field: "responseTemplates")
        response.responseTemplates =
          templates == EffectiveGatewayResponse.defaultTemplates ? [:] : templates
      },
    ])

  /// What a map's entry becomes; nil when it goes.
  private static func value(
    of step: PatchStep, in member: String
  ) throws(CommandError) -> String? {
    guard step.op != .remove else { return nil }
    guard let text = step.text else {
      throw CommandError(
        .badRequest, "Invalid null or empty value in \(member)", field: member,
        remedy: "Give a value, or remove the entry.")
    }
    return text
  }
}

extension CommandError {
  static let unknownParameter = CommandError(
    .notFound, "Invalid parameter name specified", field: "patchOperations",
    remedy: "Use the name of a parameter that is there, or add it.")

  static let unknownContentType = CommandError(
    .notFound, "Content-Type specified was not found", field: "patchOperations",
    remedy: "Use a content type that is there, or add it; write its slash as ~1.")
}
