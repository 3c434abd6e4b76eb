/// The paths of UpdateIntegrationResponse.
///
/// Source: API Gateway REST API reference, "Patch operations", IntegrationResponse.
enum IntegrationResponsePatch {
  static let table = PatchTable<IntegrationResponse>(
    input: "updateIntegrationResponseInput", refusal: .namesPath,
    rules: [
      PatchRule("/selectionPattern", .replace) { $0.selectionPattern = $1.value },
      PatchRule("/contentHandling", .replace) { (response, step) throws(CommandError) in
        try IntegrationRules.check(
          step.text, among: IntegrationRules.contentHandlings, field: "contentHandling")
        response.contentHandling = step.text
      },
      PatchRule("/responseParameters/{name}", .add, .replace, .remove) {
        (response, step) throws(CommandError) in
        response.responseParameters = try step.changing(
          response.responseParameters, to: step.value ?? "", absent: .unknownParameter)
      },
      PatchRule("/responseTemplates/{contentType}", .add, .replace, .remove) {
        (response, step) throws(CommandError) in
        response.responseTemplates = try step.changing(
          response.responseTemplates, to: step.text, absent: .unknownContentType)
      },
    ])
}
