/// A request that tries a method as it is now, deployed or not.
///
/// Source: API Gateway REST API reference, TestInvokeMethod.
public struct MethodTestCall: Sendable, Hashable {
  /// The resource.
  public var resourceId: ResourceID
  /// The method's verb.
  public var httpMethod: String
  /// Path and query as a client would send them below the stage; nil or empty for the resource's path.
  public var pathWithQueryString: String?
  /// The header fields, each name with its values.
  public var headers: [String: [String]]
  /// The body.
  public var body: String
  /// What templates and addresses see as stage variables.
  public var stageVariables: [String: String]

  /// A request that tries a method.
  public init(
    resourceId: ResourceID, httpMethod: String, pathWithQueryString: String? = nil,
    headers: [String: [String]] = [:], body: String = "", stageVariables: [String: String] = [:]
  ) {
    self.resourceId = resourceId
    self.httpMethod = httpMethod
    self.pathWithQueryString = pathWithQueryString
    self.headers = headers
    self.body = body
    self.stageVariables = stageVariables
  }
}
