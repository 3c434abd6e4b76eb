/// An accessory that belongs to an API.
protocol ApiAccessory: RuledAccessory {
  /// Where an API keeps them.
  static var shelf: WritableKeyPath<ApiState, [String: Self]> { get }
}

extension ApiAccessory {
  /// True.
  public static var isPartOfApi: Bool { true }

  /// All that an API keeps, by key.
  public static func all(in state: GatewayState, of apiId: RestApiID?) -> [String: Self] {
    apiId.flatMap { state.apis[$0] }?[keyPath: shelf] ?? [:]
  }

  static func set(
    _ value: Self?, key: String, of apiId: RestApiID?, in state: inout GatewayState
  ) {
    guard let apiId else { return }
    state.apis[apiId]?[keyPath: shelf][key] = value
  }
}
