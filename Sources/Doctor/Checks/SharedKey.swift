public import GatewayModel

/// A key that others can know: its value stands in readable configuration, or it comes from many
/// addresses.
///
/// Source: API Gateway developer guide, "Best practices for API keys and usage plans".
public struct SharedKey: DoctorCheck {
  /// From how many addresses a single key may come before it is taken to be passed around.
  public static let addressLimit = 16

  /// Makes the check.
  public init() {}

  /// `shared-key`.
  public let id = "shared-key"
  /// What the check looks for.
  public let title = "a key is published or passed around"

  /// One finding a key and kind of exposure.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    exposed(in: state) + passedAround(in: state, observed: observed)
  }

  private func exposed(in state: GatewayState) -> [Finding] {
    var places: [ApiKeyID: [String]] = [:]
    for text in PublicText.all(in: state) {
      for value in text.candidates {
        if let key = state.keyIdByValue[value] { places[key, default: []].append(text.place) }
      }
    }
    return places.keys.sorted().compactMap { keyId in
      guard let key = state.keys[keyId], let found = places[keyId] else { return nil }
      return Finding(
        checkID: id, severity: .error, subject: .apiKey(keyId),
        problem: "The value of key \(Words.name(key)) stands in \(Words.list(found)).",
        reason:
          "Whoever reads that can call as this client. A key cannot be changed, only replaced.",
        mends: ["keystile key rotate \(keyId)"])
    }
  }

  private func passedAround(in state: GatewayState, observed: Observations) -> [Finding] {
    observed.addressCountByKey.filter { $0.value > Self.addressLimit }.keys.sorted().compactMap {
      keyId in
      guard let key = state.keys[keyId], let count = observed.addressCountByKey[keyId] else {
        return nil
      }
      return Finding(
        checkID: id, severity: .warning, subject: .apiKey(keyId),
        problem: "Key \(Words.name(key)) came from \(count) addresses among the recent requests.",
        reason: "One client rarely calls from so many places; a key that is passed around cannot "
          + "be taken from one of its users without taking it from all.",
        mends: ["keystile key rotate \(keyId)"])
    }
  }
}
