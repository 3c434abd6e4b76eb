public import GatewayModel

/// A method of a deployment as the route table hands it out.
///
/// A class, so that handing it out costs one reference and not the copy of all its members.
public final class RouteMethod: Sendable {
  /// The resource it belongs to.
  public let resourceId: ResourceID
  /// The resource path, for example `/pets/{id}`.
  public let path: String
  /// The frozen method.
  public let method: Method
  /// How plans and stages name the method's limits: `/pets/{id}/GET`.
  public let throttleKey: String
  /// The segments of `path` as they are matched.
  let template: [RouteSegment]
  let throttleKeyHash: UInt64

  init(route: SnapshotRoute, method: Method, template: [RouteSegment]) {
    resourceId = route.resourceId
    path = route.path
    self.method = method
    self.template = template
    throttleKey = ApiStage.throttleKey(path: route.path, httpMethod: method.httpMethod)
    throttleKeyHash = RawHash.of(throttleKey)
  }

  /// The path parameters of a request that matched the method, in the order of the path.
  ///
  /// Made on demand, since most requests never ask for them.
  /// - Parameter path: The path that matched.
  /// - Returns: Name and value as in the canonical path, escapes included; a greedy parameter holds
  ///   its slashes.
  /// - Complexity: linear in the length of the path.
  public func parameters(in path: CanonicalPath) -> [PathParameter] {
    var parameters: [PathParameter] = []
    var start = 1
    for segment in template {
      var end = start
      while end < path.bytes.count, path.bytes[end] != Byte.slash { end += 1 }
      if case .greedy = segment { end = path.bytes.count }
      guard start <= end, end <= path.bytes.count else { break }
      if let name = segment.parameterName {
        let value = String(decoding: path.bytes[start..<end], as: UTF8.self)
        parameters.append(PathParameter(name: name, value: value))
      }
      start = end + 1
    }
    return parameters
  }
}
