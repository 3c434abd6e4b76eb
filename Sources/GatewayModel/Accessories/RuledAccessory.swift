/// An accessory with the rules its commands follow and the place where the state keeps it.
protocol RuledAccessory: Accessory {
  /// What is particular to the kind.
  static var rules: AccessoryRules<Self> { get }

  /// Puts or takes away the one with this key.
  static func set(
    _ value: Self?, key: String, of apiId: RestApiID?, in state: inout GatewayState)
}
