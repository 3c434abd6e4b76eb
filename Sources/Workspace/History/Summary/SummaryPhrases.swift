import GatewayModel

/// The phrases of one line's changes.
struct SummaryPhrases {
  let changes: [EntityChange]
  /// Names entities the line only refers to.
  let name: (EntityRef) -> String?

  /// One phrase for all changes of the line, where they make up one well-known act.
  var wholeLine: String? {
    deployed ?? rotated ?? deletedWithParts ?? ofOneKind
  }

  /// A new deployment that stages were pointed to.
  private var deployed: String? {
    for change in changes {
      guard change.turn == .created, case .deployment(let api, let id) = change.ref else {
        continue
      }
      let stages = changes.compactMap { change -> String? in
        guard case .stage(_, let stage) = change.after, stage.deploymentId == id else { return nil }
        return stage.stageName
      }
      guard !stages.isEmpty else { return nil }
      return "deployed \(label(.restApi(api))) to \(stages.joined(separator: ", ")) (\(id))"
    }
    return nil
  }

  /// A new key that takes the place, and the name, of one.
  private var rotated: String? {
    let keys = changes.filter { $0.ref.kind == .apiKey }
    guard keys.count == 2, changes.allSatisfy({ $0.turn != .deleted }),
      let new = keys.first(where: { $0.turn == .created }),
      let old = keys.first(where: { $0.turn == .changed }),
      label(new.ref) == old.before?.displayName ?? label(old.ref)
    else { return nil }
    return "rotated key \(label(new.ref))"
  }

  /// A whole that took its parts with it.
  private var deletedWithParts: String? {
    guard changes.allSatisfy({ $0.turn == .deleted || $0.ref.kind == .usagePlan }),
      let whole = changes.last(where: { $0.turn == .deleted })
    else { return nil }
    let parts = changes.count - 1
    switch whole.ref {
    case .restApi, .resource, .apiKey, .stage, .usagePlan:
      guard
        changes.filter({ $0.ref.kind == whole.ref.kind }).count == 1
          || whole.ref.kind == .resource || whole.ref.kind == .restApi
      else { return nil }
      return "\(phrase(whole)) with \(parts) \(parts == 1 ? "part" : "parts")"
    default: return nil
    }
  }

  /// Many of a kind: an import, for example.
  private var ofOneKind: String? {
    guard let first = changes.first,
      changes.allSatisfy({ $0.ref.kind == first.ref.kind && $0.turn == first.turn })
    else { return nil }
    return "\(first.turn.rawValue) \(changes.count) \(Self.word(for: first.ref.kind))s"
  }

  /// One change in words.
  func phrase(_ change: EntityChange) -> String {
    if let membership = membershipPhrase(change) { return membership }
    if let key = switchPhrase(change) { return key }
    let subject = subject(change.ref)
    switch change.turn {
    case .created: return "created \(subject)"
    case .deleted: return "deleted \(subject)"
    case .changed:
      let differences = differences(change)
      return differences.isEmpty
        ? "changed \(subject)" : "\(differences.joined(separator: ", ")) on \(subject)"
    }
  }

  /// Memberships and grants are verbs between two entities.
  private func membershipPhrase(_ change: EntityChange) -> String? {
    switch change.ref {
    case .usagePlanKey(let id):
      let key = label(.apiKey(id.keyId))
      let plan = label(.usagePlan(id.usagePlanId))
      return change.turn == .deleted
        ? "took key \(key) out of plan \(plan)" : "put key \(key) in plan \(plan)"
    case .usageAdjustment(let id):
      let requests = grant(change.after) - samePeriodGrant(change)
      let whom = "key \(label(.apiKey(id.keyId))) in plan \(label(.usagePlan(id.usagePlanId)))"
      if change.turn == .deleted { return "took back the grant of \(whom)" }
      return requests < 0
        ? "cut \(-requests) requests from \(whom)" : "granted \(requests) requests to \(whom)"
    default: return nil
    }
  }

  private func grant(_ entity: Entity?) -> Int {
    guard case .usageAdjustment(let grant) = entity else { return 0 }
    return grant.requests
  }

  /// The earlier grant, if it was for the same period; that of another period has lapsed.
  private func samePeriodGrant(_ change: EntityChange) -> Int {
    guard case .usageAdjustment(let old) = change.before,
      case .usageAdjustment(let new) = change.after, old.periodStart == new.periodStart
    else { return 0 }
    return old.requests
  }

  /// Switching a key, or the need for one, is told as the act it is.
  private func switchPhrase(_ change: EntityChange) -> String? {
    switch (change.before, change.after) {
    case (.apiKey(let old), .apiKey(var new)) where old.enabled != new.enabled:
      let verb = new.enabled ? "enabled" : "disabled"
      new.enabled = old.enabled
      new.lastUpdatedDate = old.lastUpdatedDate
      return new == old ? "\(verb) \(subject(change.ref))" : nil
    case (.method(_, _, let old), .method(let api, let resource, var new))
    where old.apiKeyRequired != new.apiKeyRequired:
      let words = new.apiKeyRequired ? "now requires a key" : "no longer requires a key"
      new.apiKeyRequired = old.apiKeyRequired
      let verb = new.httpMethod
      return new == old
        ? "\(verb) \(label(.resource(api, resource))) \(words) in api \(label(.restApi(api)))"
        : nil
    case (.stage(_, let old), .stage(let api, let new)) where old.deploymentId != new.deploymentId:
      return "pointed \(label(.restApi(api))) \(new.stageName) to deployment \(new.deploymentId)"
        + " (was \(old.deploymentId))"
    default: return nil
    }
  }
}
