extension GatewayState {
  /// The accessories of a type as lists show them: by key.
  ///
  /// - Parameters:
  ///   - type: For example `Authorizer.self`.
  ///   - apiId: The API they belong to; nil for the kinds of the workspace.
  /// - Complexity: that of sorting them.
  public func listed<Value: Accessory>(_ type: Value.Type, of apiId: RestApiID? = nil) -> [Value] {
    type.all(in: self, of: apiId).values.sorted { $0.key < $1.key }
  }

  /// The accessory with this name, if it exists.
  public func accessory(_ ref: AccessoryRef) -> AnyAccessory? {
    guard let type = ref.kind.accessoryType else { return nil }
    return Self.value(type, ref, in: self).map { AnyAccessory($0, of: ref.apiId) }
  }

  /// The accessories of the workspace or of an API, by kind and key, each after what it refers to.
  ///
  /// - Parameter apiId: The API; nil for the workspace.
  public func accessories(of apiId: RestApiID?) -> [AnyAccessory] {
    EntityKind.accessories.compactMap(\.accessoryType)
      .filter { $0.isPartOfApi == (apiId != nil) }
      .flatMap { Self.values($0, in: self, of: apiId) }
  }

  mutating func put(_ accessory: AnyAccessory) {
    guard let value = accessory.value as? any RuledAccessory else { return }
    set(value, of: accessory.apiId)
  }

  mutating func delete(_ ref: AccessoryRef) {
    if let type = ref.kind.ruledType { delete(type, ref) }
  }

  private mutating func delete<Value: RuledAccessory>(_ type: Value.Type, _ ref: AccessoryRef) {
    type.set(nil, key: ref.key, of: ref.apiId, in: &self)
  }

  private mutating func set<Value: RuledAccessory>(_ value: Value, of apiId: RestApiID?) {
    Value.set(value, key: value.key, of: apiId, in: &self)
  }

  private static func value<Value: Accessory>(
    _ type: Value.Type, _ ref: AccessoryRef, in state: GatewayState
  ) -> (any Accessory)? {
    type.all(in: state, of: ref.apiId)[ref.key]
  }

  private static func values<Value: Accessory>(
    _ type: Value.Type, in state: GatewayState, of apiId: RestApiID?
  ) -> [AnyAccessory] {
    state.listed(type, of: apiId).map { AnyAccessory($0, of: apiId) }
  }
}
