/// Every operation that is answered.
///
/// To add operations: write a file `OperationTable+Topic.swift` with a `static let topic: [OperationSpec]`,
/// and name it in `all`. A row needs the SDKs' names of its members; path labels are written as
/// `{memberName}`. `Tests/ControlPlaneTests` compares every row with the service's own model.
public enum OperationTable {
  /// All operations, in the order the README lists them.
  public static let all: [OperationSpec] = topics.flatMap(\.self)

  private static let topics: [[OperationSpec]] = [
    apiKeys,
    usagePlans,
    restApis,
    openAPI,
    methods,
    integrations,
    deployments,
    stages,
    models,
    gatewayResponses,
    authorizers,
    documentation,
    domains,
    links,
    account,
    security,
    sdks,
  ]
}
