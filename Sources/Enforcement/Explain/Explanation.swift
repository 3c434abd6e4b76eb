public import GatewayModel

/// Why a request is admitted or refused, and what would change that.
public struct Explanation: Sendable, Hashable {
  /// The request.
  public let request: ExplainedRequest
  /// How it ends.
  public let verdict: Verdict
  /// Every phase in order, with evidence and the journal lines that set the rules.
  public let steps: [TraceStep]
  /// The key, if one was needed and known.
  public let keyId: ApiKeyID?
  /// The plan, if one opens the stage to the key.
  public let usagePlanId: UsagePlanID?
  /// When a throttled request could succeed, nanoseconds; `Int64.max` for never.
  public let retryAfterNanoseconds: Int64
  /// What would change the outcome, the most direct first: let a refused request pass, or have a key
  /// required of one that is admitted without.
  public let fixes: [Fix]
  /// What the steps cannot show because the stage does not serve it, in sentences.
  public let remarks: [String]
  /// Templates of the method that answers, by which an admitted request still ends badly.
  public let templateFaults: [TemplateFault]

  /// What the fixes are for, for a heading.
  public var fixesTitle: String {
    verdict == .admitted ? "what would have a key required" : "what would let it pass"
  }
}
