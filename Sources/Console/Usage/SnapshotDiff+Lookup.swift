import GatewayModel

extension SnapshotDiff {
  /// Changes that wait for a deployment.
  var count: Int { changes.count }

  /// What a deployment would do to a method, nil for nothing.
  func change(httpMethod: String, path: String) -> SnapshotChange? {
    changes.first { $0.subject == .method(path: path, httpMethod: httpMethod) }
  }
}
