/// A frozen copy of an API that stages can serve.
public struct Deployment: Sendable, Hashable, Codable {
  /// 6 lower-case letters and digits.
  public var id: DeploymentID
  /// Free text; the only member that can change.
  public var description: String?
  /// When the API was frozen.
  public var createdDate: Timestamp
  /// The frozen API.
  public var snapshot: ApiSnapshot

  /// A deployment.
  public init(
    id: DeploymentID, description: String? = nil, createdDate: Timestamp, snapshot: ApiSnapshot
  ) {
    self.id = id
    self.description = description
    self.createdDate = createdDate
    self.snapshot = snapshot
  }
}
