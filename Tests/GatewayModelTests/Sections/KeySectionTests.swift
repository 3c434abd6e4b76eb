import GatewayModel
import Testing

/// Semantics §4.1: API keys.
@Suite struct KeySectionTests {
  @Test(arguments: rows)
  func refuses(_ row: SectionRow) throws { try row.check() }

  static let rows = [
    SectionRow(
      "name ≤ 1024", .badRequest, "Invalid API Key name, can be at most 1024 characters."
    ) { _ in .createApiKey(.init(name: String(repeating: "n", count: 1_025))) },
    SectionRow("value ≥ 20", .badRequest, "API Key value should be at least 20 characters") { _ in
      .createApiKey(.init(value: "short"))
    },
    SectionRow(
      "value ≤ 128", .badRequest, "API Key value exceeds maximum size of 128 characters"
    ) { _ in .createApiKey(.init(value: String(repeating: "v", count: 129))) },
    SectionRow("value unique", .conflict, "API Key already exists") { _ in
      .createApiKey(.init(value: SectionBench.value))
    },
    SectionRow("description ≤ 125000", .badRequest, "Invalid API Key description specified.") {
      _ in .createApiKey(.init(description: String(repeating: "d", count: 125_001)))
    },
    SectionRow("stageKeys", .badRequest, "Invalid stage identifier specified") {
      .createApiKey(.init(stageKeys: [StageKey(restApiId: $0.api, stageName: "nope")]))
    },
    SectionRow(
      "patch unknown path", .badRequest,
      "Invalid patch path  '/id' specified for op 'replace'. "
        + "Must be one of: [/description, /enabled, /name, /customerId]"
    ) { .updateApiKey(.init(apiKey: $0.key, patchOperations: [.replace("/id", "x")])) },
    SectionRow("unknown id", .notFound, "Invalid API Key identifier specified") { _ in
      .updateApiKey(.init(apiKey: "nope", patchOperations: []))
    },
    SectionRow("unknown id", .notFound, "Invalid API Key identifier specified") { _ in
      .deleteApiKey(.init(apiKey: "nope"))
    },
    SectionRow("unknown id", .notFound, "Invalid API Key identifier specified") { _ in
      .rotateApiKey(.init(apiKey: "nope"))
    },
    SectionRow(
      "import format", .validation,
      "1 validation error detected: Value 'xml' at 'format' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [csv]"
    ) { _ in .importApiKeys(.init(body: "Name,Key\n", format: "xml")) },
  ]
}
