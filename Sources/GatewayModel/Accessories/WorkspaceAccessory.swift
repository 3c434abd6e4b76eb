/// An accessory that belongs to the workspace.
protocol WorkspaceAccessory: RuledAccessory {
  /// Where the workspace keeps them.
  static var shelf: WritableKeyPath<GatewayState, [String: Self]> { get }
}

extension WorkspaceAccessory {
  /// False.
  public static var isPartOfApi: Bool { false }

  /// All that the workspace keeps, by key.
  public static func all(in state: GatewayState, of apiId: RestApiID?) -> [String: Self] {
    apiId == nil ? state[keyPath: shelf] : [:]
  }

  static func set(
    _ value: Self?, key: String, of apiId: RestApiID?, in state: inout GatewayState
  ) {
    state[keyPath: shelf][key] = value
  }
}
