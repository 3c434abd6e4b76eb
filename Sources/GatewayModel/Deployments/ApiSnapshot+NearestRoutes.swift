extension ApiSnapshot {
  /// The routes a caller most likely meant who asked for one that is not there.
  ///
  /// Segments are compared place by place, a path parameter fitting any; then the verb decides.
  /// - Parameters:
  ///   - httpMethod: The verb asked for.
  ///   - path: The path asked for.
  ///   - limit: The most routes to name.
  /// - Returns: Routes as `GET /pets`, the nearest first.
  /// - Complexity: linear in the number of methods, for paths of usual length.
  public func nearestRoutes(to httpMethod: String, _ path: String, limit: Int = 2) -> [String] {
    let wanted = path.split(separator: "/")
    let scored = routes.flatMap { route in
      let distance = Self.distance(from: wanted, to: route.path.split(separator: "/"))
      return route.methods.map { method in
        (
          distance: distance, isOtherVerb: method.httpMethod == httpMethod ? 0 : 1,
          text: "\(method.httpMethod) \(route.path)"
        )
      }
    }
    return scored.sorted {
      ($0.distance, $0.isOtherVerb, $0.text) < ($1.distance, $1.isOtherVerb, $1.text)
    }.prefix(limit).map(\.text)
  }

  /// The segments that differ, each counted as the share of its letters that does.
  private static func distance(from wanted: [Substring], to parts: [Substring]) -> Double {
    let surplus = Double(abs(wanted.count - parts.count))
    return zip(wanted, parts).reduce(surplus) { sum, pair in
      let (asked, part) = pair
      if part.hasPrefix("{") || asked == part { return sum }
      let length = max(asked.count, part.count)
      return sum + min(1, Double(EditDistance.between(asked, part)) / Double(length))
    }
  }
}
