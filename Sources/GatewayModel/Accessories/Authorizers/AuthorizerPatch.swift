/// The paths of UpdateAuthorizer.
///
/// Source: API Gateway REST API reference, "Patch operations", Authorizer.
enum AuthorizerPatch {
  static let rules: [PatchRule<Authorizer>] = [
    PatchRule("/name", .replace) { $0.name = $1.value ?? "" },
    PatchRule("/type", .replace) { (authorizer, step) throws(CommandError) in
      guard let type = step.value, Authorizer.types.contains(type) else {
        throw CommandError(
          .badRequest,
          "Invalid authorizer type specified. Valid options are "
            + Authorizer.types.joined(separator: ","),
          field: "type", remedy: "Use one of \(Authorizer.types.joined(separator: ", ")).")
      }
      authorizer.type = type
    },
    PatchRule("/authType", .replace) { $0.authType = $1.text },
    PatchRule("/authorizerUri", .replace) { $0.authorizerUri = $1.text },
    PatchRule("/authorizerCredentials", .replace) { $0.authorizerCredentials = $1.text },
    PatchRule("/identityValidationExpression", .replace) {
      $0.identityValidationExpression = $1.text
    },
    PatchRule("/authorizerResultTtlInSeconds", .replace) {
      (authorizer, step) throws(CommandError) in
      authorizer.authorizerResultTtlInSeconds = step.text == nil ? nil : Int(step.value ?? "") ?? -1
    },
    PatchRule("/identitySource", .add, .replace, .remove) { authorizer, step in
      authorizer.identitySource = step.op == .remove ? nil : step.text
    },
    PatchRule("/providerARNs", .add, .remove) { authorizer, step in
      guard let arn = step.text else { return }
      var arns = authorizer.providerARNs ?? []
      arns.removeAll { $0 == arn }
      if step.op == .add { arns.append(arn) }
      authorizer.providerARNs = arns.nonEmpty
    },
  ]
}
