/// The paths of UpdateMethodResponse.
///
/// Source: API Gateway REST API reference, "Patch operations", MethodResponse; recorded answers for
/// the texts.
enum MethodResponsePatch {
  static let table = PatchTable<MethodResponse>(
    input: "updateMethodResponseInput", refusal: .namesPath,
    rules: [
      PatchRule("/responseParameters/{name}", .add, .replace, .remove) {
        (response, step) throws(CommandError) in
        response.responseParameters = try step.changing(
          response.responseParameters, to: step.boolean, absent: .unknownParameter)
      },
      PatchRule("/responseModels/{contentType}", .add, .replace, .remove) {
        (response, step) throws(CommandError) in
        response.responseModels = try step.changing(
          response.responseModels, to: step.value ?? "", absent: .unknownContentType)
      },
    ])
}
