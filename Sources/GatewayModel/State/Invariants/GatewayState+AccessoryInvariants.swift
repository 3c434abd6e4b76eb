extension GatewayState {
  /// An accessory refers to what exists; nothing refers to one that is gone.
  func checkAccessory(_ ref: AccessoryRef) throws(CommandError) {
    guard let type = ref.kind.ruledType else { return }
    if let value = accessory(ref)?.value as? any RuledAccessory {
      try check(value, of: ref.apiId)
    } else if let user = referrer(to: ref, type) {
      throw Self.broken(
        "The \(ref.noun) \(ref.key) is referenced in \(user)",
        remedy: "Take it off \(user) first.")
    }
  }

  /// A broken state is a conflict, whatever a command would have answered.
  private func check<Value: RuledAccessory>(
    _ value: Value, of apiId: RestApiID?
  ) throws(CommandError) {
    if let apiId, apis[apiId] == nil {
      throw Self.broken(
        "Invalid API identifier specified",
        remedy: "The \(Value.noun) \(value.key) belongs to the API \(apiId), which is gone.")
    }
    do throws(CommandError) {
      try Value.rules.check(value, self, apiId)
    } catch {
      throw Self.broken(error.message, remedy: error.remedy ?? "Restore what it refers to first.")
    }
  }

  private func referrer<Value: RuledAccessory>(
    to ref: AccessoryRef, _ type: Value.Type
  ) -> String? {
    type.rules.referrer(ref, self)
  }
}
