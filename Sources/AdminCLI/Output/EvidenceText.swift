import Enforcement
import GatewayModel

/// What a step of a decision rests on, in words.
enum EvidenceText {
  /// The words, holding names from outside that are still to be made safe.
  static func words(_ evidence: Evidence, state: GatewayState) -> String {
    switch evidence {
    case .path(let path): path
    case .stage(let id, let deployment, let isCanary):
      "\(id) serves \(deployment ?? "nothing")\(isCanary ? " (canary)" : "")"
    case .route(let path, let httpMethod, _, _): "\(httpMethod) \(path)"
    case .noRoute(let path, let verb, let verbs):
      verbs.isEmpty
        ? "nothing at \(path)"
        : "\(path) has \(verbs.joined(separator: ", ")), not \(verb ?? "this verb")"
    case .keyRequirement(let isRequired, let source):
      isRequired
        ? "yes, from \(source.rawValue)" : "no: a key is ignored, and the plan's limits too"
    case .sentKey(let masked): masked ?? "none"
    case .key(let id): "\(state.keys[id]?.displayName ?? id) (\(id))"
    case .plans(let ids, let chosen):
      plans(ids, chosen: chosen, state: state)
    case .quota(let used, let window): "\(used) of \(window.allowance) used since \(window.start)"
    case .bucket(_, let tokens, let rate, let burst, _):
      "\(LimitText.number((tokens * 10).rounded() / 10)) of \(burst) tokens, "
        + "\(LimitText.number(rate)) a second"
    }
  }

  private static func plans(
    _ ids: [UsagePlanID], chosen: UsagePlanID?, state: GatewayState
  ) -> String {
    if let chosen { return "\(state.plans[chosen]?.name ?? chosen) (1 of \(ids.count))" }
    guard !ids.isEmpty else { return "the key is in no plan" }
    return ids.map { state.plans[$0]?.name ?? $0 }.joined(separator: ", ") + " do not open it"
  }
}
