extension GatewayState {
  /// The plans as lists show them: the oldest first.
  ///
  /// - Parameter keyId: Only the plans of this key; nil for all.
  /// - Complexity: O(n log n) in the number of plans.
  public func listedUsagePlans(of keyId: ApiKeyID? = nil) -> [UsagePlan] {
    let chosen =
      keyId.map { (planIdsByKey[$0] ?? []).compactMap { plans[$0] } } ?? Array(plans.values)
    return chosen.sorted { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
  }

  /// The APIs as lists show them: the oldest first.
  ///
  /// - Complexity: O(n log n) in the number of APIs.
  public var listedRestApis: [RestApi] {
    apis.values.map(\.api).sorted { ($0.createdDate, $0.id) < ($1.createdDate, $1.id) }
  }
}
