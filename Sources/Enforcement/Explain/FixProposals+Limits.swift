internal import GatewayModel

/// Proposals that concern quotas and throttles.
extension FixProposals {
  var quotaFixes: [Fix] {
    guard let plan, let key, let quota = trial.quota else { return [] }
    let settings = quota.window.settings
    let grant = max(1, settings.limit / 10)
    let limit = max(settings.limit.saturatedDouble, quota.used + 1 - quota.window.granted)
    return [
      Fix(
        "grant key \(key.displayName) \(grant) requests until \(quota.window.end)",
        .updateUsage(
          Command.UpdateUsage(
            usagePlanId: plan.id, keyId: key.id,
            patchOperations: [.replace("/remaining", "\(grant)")]))),
      Fix(
        "raise the quota of plan \(plan.name) from \(settings.limit) to \(limit)"
          + " a \(settings.period.rawValue.lowercased())",
        update(plan, .replace("/quota/limit", "\(limit)"))),
      Fix("take the quota off plan \(plan.name)", update(plan, .remove("/quota"))),
      Fix("wait until \(quota.window.end), when the next period begins"),
    ]
  }

  func throttleFixes(_ level: ThrottleLevel) -> [Fix] {
    guard let bucket = bucket(of: level) else { return waitFixes }
    let rate = bucket.rate > 0 ? bucket.rate * 2 : 1
    let burst = max(1, bucket.burst.saturatedDouble)
    let isBlocked = bucket.rate == 0 && bucket.burst == 0
    let raises = limitPlaces(of: level).flatMap { place in
      let raiseRate = place.command(.rateLimit, number(rate))
      let raiseBurst = place.command(.burstLimit, "\(burst)")
      if isBlocked {
        return [
          Fix(
            "set rate \(number(rate)) and burst \(burst) for the \(place.name)",
            batch([raiseRate, raiseBurst]))
        ]
      }
      return [
        Fix(
          "raise the rate of the \(place.name) from \(number(bucket.rate)) to \(number(rate))"
            + " a second", raiseRate),
        Fix(
          "raise the burst of the \(place.name) from \(bucket.burst) to \(burst)", raiseBurst),
      ]
    }
    return raises + waitFixes
  }

  private var waitFixes: [Fix] {
    guard trial.waitNanoseconds < .max else { return [] }
    let milliseconds = (trial.waitNanoseconds + 999_999) / 1_000_000
    return [Fix("send the next request \(milliseconds) ms later")]
  }

  private func update(_ plan: UsagePlan, _ operation: PatchOperation) -> Command {
    .updateUsagePlan(
      Command.UpdateUsagePlan(usagePlanId: plan.id, patchOperations: [operation]))
  }

  private func bucket(of level: ThrottleLevel) -> (rate: Double, burst: Int)? {
    for step in trial.steps {
      if case .bucket(level, _, let rate, let burst, _) = step.evidence { return (rate, burst) }
    }
    return nil
  }

  private func number(_ value: Double) -> String {
    value < 1e15 && Double(Int(value)) == value ? String(Int(value)) : String(value)
  }
}

/// The two numbers of a limit, by their names in patch paths.
private enum LimitMember: String {
  case rateLimit
  case burstLimit
}

/// Where a limit is set.
private struct LimitPlace {
  var name: String
  var command: (LimitMember, String) -> Command
}

extension FixProposals {
  /// Where the limit of a level is set; nowhere for the account's, which no operation changes.
  private func limitPlaces(of level: ThrottleLevel) -> [LimitPlace] {
    guard let method = trial.method else { return [] }
    let route = "\(PatchOperation.escaped(method.path))/\(method.method.httpMethod)"
    switch level {
    case .planMethod:
      let path = "/apiStages/\(request.stage.description)/throttle/\(route)"
      return plan.map { [place(in: $0, path, "\(method.throttleKey) limit of plan \($0.name)")] }
        ?? []
    case .plan: return plan.map { [place(in: $0, "/throttle", "limit of plan \($0.name)")] } ?? []
    case .stageMethod:
      let own = trial.stage?.stage.methodSettingKey(
        path: method.path, httpMethod: method.method.httpMethod)
      let path = "/\(own ?? MethodSettingKey.everyMethod)"
      let name = own != nil ? method.throttleKey : "default method"
      return [
        LimitPlace(name: "\(name) limit of stage \(request.stage.stage)") { member, value in
          .updateStage(
            Command.UpdateStage(
              restApiId: request.stage.apiId, stageName: request.stage.stage,
              patchOperations: [.replace("\(path)/throttling/\(member.rawValue)", value)]))
        }
      ]
    case .account: return []
    }
  }

  private func place(in plan: UsagePlan, _ path: String, _ name: String) -> LimitPlace {
    LimitPlace(name: name) { member, value in
      update(plan, .replace("\(path)/\(member.rawValue)", value))
    }
  }
}

extension Int {
  /// Twice the number, or the largest there is.
  fileprivate var saturatedDouble: Int {
    let (product, overflow) = multipliedReportingOverflow(by: 2)
    return overflow ? .max : product
  }
}
