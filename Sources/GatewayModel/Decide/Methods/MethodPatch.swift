/// The paths of UpdateMethod.
///
/// Source: API Gateway REST API reference, "Patch operations", Method; recorded answers for the texts.
enum MethodPatch {
  static let table = PatchTable<Method>(
    input: "updateMethodInput", refusal: .namesPath,
    rules: [
      PatchRule("/authorizationType", .replace) { (method, step) throws(CommandError) in
        method.authorizationType = try AuthorizationRules.type(step.value)
      },
      PatchRule("/authorizerId", .replace) { method, step in method.authorizerId = step.text },
      PatchRule("/apiKeyRequired", .replace) { method, step in
        method.apiKeyRequired = step.boolean
      },
      PatchRule("/operationName", .replace) { method, step in method.operationName = step.text },
      PatchRule("/requestValidatorId", .replace) { method, step in
        method.requestValidatorId = step.text
      },
      PatchRule("/authorizationScopes", .add, .remove) { method, step in
        guard let scope = step.text else { return }
        var scopes = method.authorizationScopes ?? []
        scopes.removeAll { $0 == scope }
        if step.op == .add { scopes.append(scope) }
        method.authorizationScopes = scopes.nonEmpty
      },
      PatchRule("/requestParameters/{name}", .add, .replace, .remove) {
        (method, step) throws(CommandError) in
        method.requestParameters = try step.changing(
          method.requestParameters, to: step.boolean, absent: .unknownParameter)
      },
      PatchRule("/requestModels/{contentType}", .add, .replace, .remove) {
        (method, step) throws(CommandError) in
        method.requestModels = try step.changing(
          method.requestModels, to: step.value ?? "", absent: .unknownContentType)
      },
    ])
}
