extension ApiSnapshot {
  /// The routes most like a call that matched none, nearest first: as `GET /pets`.
  ///
  /// - Parameters:
  ///   - path: The path that was called, below the stage.
  ///   - limit: How many.
  /// - Complexity: linear in the routes, and their sorting.
  public func nearestRoutes(to path: String, limit: Int) -> [String] {
    let wanted = path.split(separator: "/")
    let scored = routes.flatMap { route in
      let parts = route.path.split(separator: "/")
      let distance = max(wanted.count, parts.count) - zip(wanted, parts).count { $0 == $1 }
      return route.methods.map { (distance: distance, text: "\($0.httpMethod) \(route.path)") }
    }
    return scored.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }.prefix(limit)
      .map(\.text)
  }
}
