import GatewayModel
import OpenAPI

/// A workspace that documents are imported into and exported from.
struct ImportBench {
  private(set) var state = GatewayState()
  private let identifiers: SeededIdentifiers
  private let now = Timestamp(seconds: 1_790_000_000)

  init(seed: UInt64 = 1) {
    identifiers = SeededIdentifiers(seed: seed)
  }

  /// Decides and applies.
  @discardableResult
  mutating func run(_ command: Command) throws(CommandError) -> Decision {
    let decision = try state.decide(
      command, in: DecisionContext(now: now, identifiers: identifiers))
    state.apply(decision.events, sequence: state.sequence + 1)
    return decision
  }

  /// Imports a definition and gives the API's id.
  mutating func add(
    _ definition: ApiDefinition, basePath: String? = nil
  ) throws(CommandError) -> RestApiID {
    let decision = try run(
      .importRestApi(.init(definition: definition, basePath: basePath)))
    guard case .restApi(let id)? = decision.subjects.first else {
      throw CommandError(.notFound, "no API")
    }
    return id
  }

  /// What the API's stage `prod` would serve after a deployment.
  ///
  /// The host is always the same, so that exports of different APIs can be compared.
  func source(_ id: RestApiID) -> ExportSource? {
    state.apis[id].map {
      ExportSource(
        api: $0.api, stage: "prod", snapshot: $0.snapshot,
        host: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com")
    }
  }

  /// The document of an API, as text.
  func export(
    _ id: RestApiID, as dialect: Dialect, extensions: ExportExtensions = .apigateway,
    format: OpenAPIExport.Format = .json
  ) -> String {
    guard let source = source(id) else { return "" }
    return OpenAPIExport.text(
      of: OpenAPIExport.document(of: source, as: dialect, extensions: extensions), as: format)
  }
}
