extension SnapshotDiff {
  /// What differs when one snapshot takes the place of another.
  ///
  /// - Parameters:
  ///   - before: What is served.
  ///   - after: What would be served.
  /// - Complexity: linear in the size of both snapshots, apart from sorting the parts by name.
  public init(from before: ApiSnapshot, to after: ApiSnapshot) {
    guard before != after else {
      self = .none
      return
    }
    let (old, new) = (DescribedSnapshot(before), DescribedSnapshot(after))
    var comparison = SnapshotComparison()
    comparison.addSettings(old.settings, new.settings)
    comparison.add(old.methods, new.methods) { .method(path: $0.path, httpMethod: $0.httpMethod) }
    comparison.addGatewayResponses(old.gatewayResponses, new.gatewayResponses)
    comparison.add(old.models, new.models) { .model($0) }
    comparison.add(old.authorizers, new.authorizers) { .authorizer($0) }
    comparison.addValidators(old, new, shared: Self.sharedValidators(before, after))
    self.init(
      changes: comparison.changes, ignored: comparison.ignored,
      risks: DiffRisk.risks(from: before, to: after))
  }

  /// The validators some method uses before and after: only through those does a changed validator
  /// act, since a method that changes its validator is a change of its own.
  private static func sharedValidators(
    _ before: ApiSnapshot, _ after: ApiSnapshot
  ) -> Set<RequestValidatorID> {
    func users(_ snapshot: ApiSnapshot) -> [DescribedSnapshot.MethodKey: RequestValidatorID] {
      var users: [DescribedSnapshot.MethodKey: RequestValidatorID] = [:]
      for route in snapshot.routes {
        for method in route.methods {
          users[.init(path: route.path, httpMethod: method.httpMethod)] =
            method.requestValidatorId
        }
      }
      return users
    }
    let later = users(after)
    return Set(users(before).filter { later[$0.key] == $0.value }.values)
  }
}
