public import GatewayModel

/// What a document is exported from: what a stage serves, and what only the API itself knows.
public struct ExportSource: Sendable {
  /// The API.
  public var api: RestApi
  /// The stage.
  public var stage: StageName
  /// What the stage's deployment froze.
  public var snapshot: ApiSnapshot
  /// The documentation the stage shows; nil for none.
  public var documentation: DocumentationVersion?
  /// The host of the document, for example `a1b2c3d4e5.execute-api.us-east-1.amazonaws.com`.
  public var host: String

  /// What a document is exported from.
  public init(
    api: RestApi, stage: StageName, snapshot: ApiSnapshot, host: String,
    documentation: DocumentationVersion? = nil
  ) {
    self.api = api
    self.documentation = documentation
    self.stage = stage
    self.snapshot = snapshot
    self.host = host
  }

  /// What a stage serves.
  ///
  /// - Throws: `notFound` for an API or a stage that is not there.
  public init(
    exporting stage: ApiStageID, of state: GatewayState, region: String
  ) throws(CommandError) {
    guard let api = state.apis[stage.apiId]?.api else {
      throw CommandError(
        .notFound, "Invalid API identifier specified \(Account.id):\(stage.apiId)",
        field: "restApiId", remedy: "Use the id of an API of this workspace.")
    }
    guard let snapshot = state.servedSnapshot(stage) else {
      throw CommandError(
        .notFound, "Invalid stage identifier specified", field: "stageName",
        remedy: "Use the name of one of the API's stages; deploy the API if it has none.")
    }
    let version = state.stage(stage)?.documentationVersion
    self.init(
      api: api, stage: stage.stage, snapshot: snapshot,
      host: "\(api.id).execute-api.\(region).amazonaws.com",
      documentation: version.flatMap { state.apis[api.id]?.documentationVersions[$0] })
  }

  /// The version the document has: the API's own, or the moment it was made.
  var version: String {
    guard let version = api.version, !version.isEmpty else {
      return String(api.createdDate.iso8601.prefix(19)) + "Z"
    }
    return version
  }
}
