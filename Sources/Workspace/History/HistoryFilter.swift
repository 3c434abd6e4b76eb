public import GatewayModel

/// Which lines of the past are wanted.
public struct HistoryFilter: Sendable, Hashable {
  /// The entity asked for; nil for everything.
  public var ref: EntityRef?
  /// Whether what belongs to the entity counts too: an API's parts, a key's and a plan's
  /// memberships and grants, a resource's methods.
  public var includesParts: Bool

  /// Every line.
  public static let everything = HistoryFilter()

  private init() {
    ref = nil
    includesParts = true
  }

  /// The lines that changed an entity or what belongs to it.
  public init(of ref: EntityRef) {
    self.ref = ref
    includesParts = true
  }

  /// The lines that changed just this entity.
  public init(only ref: EntityRef) {
    self.ref = ref
    includesParts = false
  }

  /// Whether a changed entity is wanted.
  func includes(_ changed: EntityRef) -> Bool {
    guard let ref else { return true }
    if changed == ref { return true }
    guard includesParts else { return false }
    switch (ref, changed) {
    case (.restApi(let api), _): return changed.apiId == api
    case (.apiKey(let key), .usagePlanKey(let member)),
      (.apiKey(let key), .usageAdjustment(let member)):
      return member.keyId == key
    case (.usagePlan(let plan), .usagePlanKey(let member)),
      (.usagePlan(let plan), .usageAdjustment(let member)):
      return member.usagePlanId == plan
    case (.resource(let api, let id), .method(let methodApi, let resource, _)):
      return api == methodApi && id == resource
    default: return false
    }
  }

  /// A text that every wanted line contains: what is looked for before a line is decoded.
  var mark: String? {
    switch ref {
    case nil: nil
    case .account: "\"account."
    case .apiKey(let id), .usagePlan(let id), .restApi(let id), .resource(_, let id),
      .deployment(_, let id), .requestValidator(_, let id), .method(_, let id, _):
      id
    case .usagePlanKey(let id), .usageAdjustment(let id): id.keyId
    case .stage(let id): id.apiId
    case .gatewayResponse(let api, _), .model(let api, _): api
    case .accessory(let ref): ref.apiId ?? "\"\(ref.kind.rawValue)."
    }
  }
}
