import GatewayModel
import Terminal

/// How a key stands, in a word.
enum KeyCondition: String {
  case on = "on"
  case off = "off"
  case noPlan = "no plan"
  case noStage = "no stage"
  case spent = "spent"
  case throttled = "too fast"

  init(_ key: ApiKey, _ context: RowContext) {
    let plans = context.state.planIdsByKey[key.id] ?? []
    if !key.enabled {
      self = .off
    } else if plans.isEmpty {
      self = .noPlan
    } else if !plans.contains(where: { context.state.plans[$0]?.apiStages.isEmpty == false }) {
      self = .noStage
    } else if let quota = KeyQuota.tightest(of: key.id, context.state, context.world),
      quota.standing.isExhausted
    {
      self = .spent
    } else if context.samples.isThrottled(key.id) {
      self = .throttled
    } else {
      self = .on
    }
  }

  var style: Style {
    switch self {
    case .on: Style(.ok)
    case .off: .muted
    case .noPlan, .noStage, .throttled: Style(.warning)
    case .spent: Style(.error)
    }
  }
}
