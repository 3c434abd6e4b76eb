import GatewayModel

extension SummaryPhrases {
  /// How the stages a plan opens changed, and its limits for single methods there.
  func stageDifferences(_ before: UsagePlan, _ after: UsagePlan) -> [String] {
    let old = Dictionary(before.apiStages.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let new = Dictionary(after.apiStages.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let ids = Set(old.keys).union(new.keys).sorted()
    return ids.flatMap { id -> [String] in
      let name = "\(label(.restApi(id.apiId))):\(id.stage)"
      switch (old[id], new[id]) {
      case (nil, _): return ["stage \(name) added"]
      case (_, nil): return ["stage \(name) removed"]
      case (let old?, let new?): return limitDifferences(old, new, at: name)
      }
    }
  }

  private func limitDifferences(_ old: ApiStage, _ new: ApiStage, at name: String) -> [String] {
    Set(old.throttle.keys).union(new.throttle.keys).sorted().compactMap { method in
      let texts = [old.throttle[method], new.throttle[method]].map(Self.text)
      return texts[0] == texts[1] ? nil : "\(name) \(method) \(texts[0]) → \(texts[1])"
    }
  }

  private static func text(_ throttle: ThrottleSettings?) -> String {
    guard let throttle else { return "none" }
    let rate = SummaryFields.number(throttle.rateLimit).map { "\($0)/s" }
    let burst = SummaryFields.number(throttle.burstLimit).map { "burst \($0)" }
    return [rate, burst].compactMap(\.self).joined(separator: " ")
  }
}
