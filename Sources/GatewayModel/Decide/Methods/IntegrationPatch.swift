/// The paths of UpdateIntegration.
///
/// Source: API Gateway REST API reference, "Patch operations", Integration.
enum IntegrationPatch {
  static let table = table(with: texts + others + maps + address)

  /// The table for one kind of backend: a mock has no address to change.
  static func table(for type: IntegrationType) -> PatchTable<Integration> {
    type == .mock ? table(with: texts + others + maps) : table
  }

  private static func table(
    with rules: [PatchRule<Integration>]
  ) -> PatchTable<Integration> {
    PatchTable(input: "updateIntegrationInput", refusal: .namesPath, rules: rules)
  }

  private static let texts: [PatchRule<Integration>] = [
    PatchRule("/cacheNamespace", .replace) { $0.cacheNamespace = $1.text },
    PatchRule("/connectionId", .replace) { $0.connectionId = $1.text },
    PatchRule("/credentials", .replace) { $0.credentials = $1.text },
    PatchRule("/integrationTarget", .replace) { $0.integrationTarget = $1.text },
    enumeration("/connectionType", IntegrationRules.connectionTypes) { $0.connectionType = $1 },
    enumeration("/contentHandling", IntegrationRules.contentHandlings) { $0.contentHandling = $1 },
    enumeration("/responseTransferMode", IntegrationRules.responseTransferModes) {
      $0.responseTransferMode = $1
    },
    enumeration("/passthroughBehavior", IntegrationRules.passthroughBehaviors) {
      $0.passthroughBehavior = $1 ?? "WHEN_NO_MATCH"
    },
  ]

  private static let others: [PatchRule<Integration>] = [
    PatchRule("/timeoutInMillis", .replace) { (integration, step) throws(CommandError) in
      let timeout = step.value.flatMap { Int($0) } ?? 0
      try MethodRules.check(timeoutInMillis: timeout)
      integration.timeoutInMillis = timeout
    },
    PatchRule("/tlsConfig/insecureSkipVerification", .replace) {
      $0.insecureSkipVerification = $1.boolean
    },
  ]

  private static let maps: [PatchRule<Integration>] = [
    PatchRule("/cacheKeyParameters/{name}", .add, .replace, .remove) { integration, step in
      integration.cacheKeyParameters.removeAll { $0 == step.captures[0] }
      guard step.op != .remove else { return }
      integration.cacheKeyParameters.append(
        step.op == .replace ? step.text ?? step.captures[0] : step.captures[0])
    },
    PatchRule("/requestParameters/{name}", .add, .replace, .remove) {
      (integration, step) throws(CommandError) in
      integration.requestParameters = try step.changing(
        integration.requestParameters, to: step.value ?? "", absent: .unknownParameter)
    },
    PatchRule("/requestTemplates/{contentType}", .add, .replace, .remove) {
      (integration, step) throws(CommandError) in
      integration.requestTemplates = try step.changing(
        integration.requestTemplates, to: step.value ?? "", absent: .unknownContentType)
    },
  ]

  private static let address: [PatchRule<Integration>] = [
    PatchRule("/httpMethod", .replace) { $0.httpMethod = $1.text?.uppercased() },
    PatchRule("/uri", .replace) { $0.uri = $1.text },
  ]

  /// A member that takes one of some words, or none.
  private static func enumeration(
    _ path: String, _ permitted: [String],
    set: @escaping @Sendable (inout Integration, String?) -> Void
  ) -> PatchRule<Integration> {
    PatchRule(path, .replace) { (integration, step) throws(CommandError) in
      try IntegrationRules.check(step.text, among: permitted, field: step.field)
      set(&integration, step.text)
    }
  }
}
