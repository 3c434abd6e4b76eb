extension Verdict {
  /// The verdict's number in records; numbers are never given a new meaning.
  public var code: UInt8 {
    switch self {
    case .admitted: 0
    case .refusedPath: 1
    case .noSuchApi: 2
    case .noSuchStage: 3
    case .endpointDisabled: 4
    case .noRoute: 5
    case .missingKey: 6
    case .unknownKey: 7
    case .disabledKey: 8
    case .keyInNoPlan: 9
    case .planDoesNotCoverStage: 10
    case .quotaExhausted: 11
    case .throttled: 12
    case .usageUnavailable: 13
    case .authorizerUnavailable: 14
    }
  }

  /// The number of the throttle level or of the path refusal; 0 for verdicts without one.
  public var detailCode: UInt8 {
    switch self {
    case .refusedPath(let refusal): refusal.rawValue
    case .throttled(let level): level.rawValue
    default: 0
    }
  }

  /// The verdict with these numbers, or nil for numbers no version has written.
  public init?(code: UInt8, detailCode: UInt8) {
    switch code {
    case 1:
      guard let refusal = PathRefusal(rawValue: detailCode) else { return nil }
      self = .refusedPath(refusal)
    case 12:
      guard let level = ThrottleLevel(rawValue: detailCode) else { return nil }
      self = .throttled(level)
    default:
      guard let verdict = Self.plain.first(where: { $0.code == code }) else { return nil }
      self = verdict
    }
  }

  private static let plain: [Verdict] = [
    .admitted, .noSuchApi, .noSuchStage, .endpointDisabled, .noRoute, .missingKey, .unknownKey,
    .disabledKey, .keyInNoPlan, .planDoesNotCoverStage, .quotaExhausted, .usageUnavailable,
    .authorizerUnavailable,
  ]
}
