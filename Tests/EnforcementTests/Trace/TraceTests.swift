import GatewayModel
import Testing

@testable import Enforcement

@Suite("Trace")
struct TraceTests {
  let value = Fixture.value(of: "key0000001")

  func gateway(_ change: (inout Fixture) -> Void = { _ in }) -> Gateway {
    var fixture = Fixture()
    fixture.putKey()
    fixture.putPlan(
      throttle: ThrottleSettings(rateLimit: 5, burstLimit: 10),
      quota: QuotaSettings(limit: 100, period: .month))
    fixture.join()
    change(&fixture)
    return Gateway(fixture.state)
  }

  @Test("The phases are asked in the documented order, each once")
  func order() {
    #expect(AdmissionPhase.order == AdmissionPhase.allCases)
    let (admission, steps) = gateway().trace(key: value)
    #expect(admission.verdict == .admitted)
    #expect(steps.map(\.phase) == AdmissionPhase.order)
    let skipped = steps.filter { $0.outcome == .skipped }.map(\.phase)
    #expect(skipped == [.planMethodLimit, .stageMethodLimit])
    #expect(steps.allSatisfy { $0.outcome == .passed || $0.outcome == .skipped })
  }

  @Test("What comes after a refusal is not reached")
  func notReached() {
    let (admission, steps) = gateway().trace(key: "wrong-value-0123456789")
    #expect(admission.verdict == .unknownKey)
    #expect(steps.map(\.phase) == AdmissionPhase.order)
    let denied = steps.firstIndex { $0.outcome == .denied }
    #expect(denied == AdmissionPhase.order.firstIndex(of: .keyKnown))
    #expect(steps.dropFirst((denied ?? 0) + 1).allSatisfy { $0.outcome == .notReached })
  }

  @Test("A method without a key skips the questions about keys and plans")
  func keyless() {
    let (_, steps) = gateway().trace("GET", "/open")
    let skipped = Set(steps.filter { $0.outcome == .skipped }.map(\.phase))
    #expect(
      skipped == [
        .keyRequired, .keySent, .keyKnown, .keyEnabled, .planForStage, .quota, .planMethodLimit,
        .planLimit, .stageMethodLimit,
      ])
  }

  @Test("Evidence and rules name what the answers rest on, and never the key")
  func evidence() {
    let gateway = gateway()
    _ = gateway.call(key: value)
    let (_, steps) = gateway.trace(key: value)
    let byPhase = Dictionary(uniqueKeysWithValues: steps.map { ($0.phase, $0) })
    #expect(
      byPhase[.stage]?.evidence
        == .stage(Fixture.stage, deploymentId: "dep001", isCanary: false))
    #expect(byPhase[.keySent]?.evidence == .sentKey(masked: "••••0001"))
    #expect(byPhase[.planForStage]?.evidence == .plans(["plan01"], chosen: "plan01"))
    #expect(
      byPhase[.planLimit]?.evidence
        == .bucket(.plan, tokens: 9, rate: 5, burst: 10, waitNanoseconds: 0))
    guard case .quota(let used, let window) = byPhase[.quota]?.evidence else {
      Issue.record("no quota evidence")
      return
    }
    #expect(used == 1)
    #expect(window.allowance == 100)
    #expect(byPhase[.planLimit]?.rules.map(\.ref) == [.usagePlan("plan01")])
    #expect(byPhase[.keyEnabled]?.rules.map(\.ref) == [.apiKey("key0000001")])
    #expect(!"\(steps)".contains(value))
  }

  @Test("Short values are masked whole")
  func shortValues() {
    let (_, steps) = gateway().trace(key: "hunter2")
    #expect(!"\(steps)".contains("ter2"))
  }

  @Test("A recorded decision is the decision itself")
  func sameDecision() {
    let recorded = gateway()
    let plain = gateway()
    for _ in 0..<20 {
      #expect(recorded.trace(key: value).0.verdict == plain.call(key: value).verdict)
    }
  }
}
