/// What a path and a verb come to in a route table.
public enum RouteMatch: Sendable, Hashable {
  /// No resource has this path.
  case noResource
  /// A resource has this path, and no method for the verb.
  case noMethod
  /// The method at this place of `RouteTable.methods`.
  case method(Int)
  /// The method at this place asks an authorizer that cannot be asked here, so nobody may call it.
  case closed(Int)
}
