/// An accessory of any kind, with the API it belongs to.
public struct AnyAccessory: Sendable, Hashable {
  /// The API it belongs to; nil for one of the workspace.
  public let apiId: RestApiID?
  /// The accessory.
  public let value: any Accessory

  /// An accessory.
  ///
  /// - Parameters:
  ///   - value: The accessory.
  ///   - apiId: The API it belongs to; not looked at for the kinds of the workspace.
  public init(_ value: any Accessory, of apiId: RestApiID? = nil) {
    self.value = value
    self.apiId = type(of: value).isPartOfApi ? apiId ?? "" : nil
  }

  /// Its name.
  public var ref: AccessoryRef { Self.ref(of: value, apiId) }

  /// Equal members under the same API.
  public static func == (left: AnyAccessory, right: AnyAccessory) -> Bool {
    left.apiId == right.apiId && AnyHashable(left.value) == AnyHashable(right.value)
  }

  /// Feeds the API and the members.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(apiId)
    value.hash(into: &hasher)
  }

  private static func ref<Value: Accessory>(of value: Value, _ apiId: RestApiID?) -> AccessoryRef {
    AccessoryRef(Value.self, value.key, of: apiId)
  }
}
