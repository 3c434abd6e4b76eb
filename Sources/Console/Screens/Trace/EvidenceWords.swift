import Enforcement
import GatewayModel

/// What a step of a decision rests on, in words.
enum EvidenceWords {
  static func text(of evidence: Evidence, _ view: ConsoleView) -> String {
    let state = view.state
    switch evidence {
    case .path(let path): return path
    case .stage(let id, let deployment, let isCanary):
      return Words.stage(id, in: state) + (deployment.map { " serves \($0)" } ?? " is not there")
        + (isCanary ? " as canary" : "")
    case .route(let path, let verb, _, let parameters):
      let values = parameters.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      return "\(verb) \(path)" + (values.isEmpty ? "" : "  \(values)")
    case .noRoute(let path, let verb, let verbs):
      return verbs.isEmpty
        ? "no path \(path)" : "\(path) answers \(verbs.joined(separator: " ")), not \(verb ?? "it")"
    case .keyRequirement(let isRequired, let source):
      return isRequired
        ? "yes, as deployed, from the \(source == .header ? "header" : "authorizer")"
        : "no, as deployed: open to all"
    case .sentKey(let masked): return masked ?? "none"
    case .key(let id): return state.keys[id]?.displayName ?? id
    case .plans(let ids, let chosen):
      let names = ids.map { state.plans[$0]?.name ?? $0 }
      guard let chosen else {
        return names.isEmpty ? "in no plan" : "not opened by \(names.joined(separator: ", "))"
      }
      return "\(state.plans[chosen]?.name ?? chosen), 1 of \(Words.count(ids.count, "plan"))"
    case .quota(let used, let window):
      return "\(Words.grouped(used)) of \(Words.grouped(window.allowance)) used until \(window.end)"
    case .bucket(_, let tokens, let rate, let burst, _):
      return "\(Words.rate(tokens)) tokens, 1 needed; \(Words.number(rate)) r/s, "
        + "burst \(Words.grouped(burst))"
    }
  }

  /// The journal line that set a rule, and what it set.
  static func text(of rule: RuleSource, _ view: ConsoleView) -> String {
    let name = Words.name(of: rule.ref, in: view.state)
    return rule.revision.map { "#\(Words.grouped(Int($0))) \(name)" } ?? name
  }
}
