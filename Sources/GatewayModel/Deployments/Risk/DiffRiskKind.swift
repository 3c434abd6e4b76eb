/// The ways a deployment can surprise callers, the gravest first.
public enum DiffRiskKind: Int, Sendable, Hashable, CaseIterable {
  /// A method that asked for a key or a signature asks for nothing.
  case opensToEveryone
  /// The default host goes off: every request is refused.
  case hostDisabled
  /// Keys are looked for elsewhere: those sent as before no longer count.
  case keySourceChanged
  /// A method asks for a key: clients without one, or outside a plan for the stage, are refused.
  case refusesWithoutKey
  /// A method asks for signed requests: others are refused.
  case refusesUnsigned
  /// A method is served no longer.
  case methodGone
  /// A method checks requests it used to pass on.
  case refusesInvalid
  /// The resource policy differs.
  case policyChanged
  /// A new method asks for nothing.
  case newOpenMethod
  /// A method asks for a key no longer, but still for a signature.
  case keyDropped
  /// A method is answered by another backend.
  case backendChanged

  /// How grave it is.
  public var severity: DiffRiskSeverity {
    switch self {
    case .opensToEveryone, .hostDisabled: .danger
    case .keySourceChanged, .refusesWithoutKey, .refusesUnsigned, .methodGone, .refusesInvalid,
      .policyChanged:
      .warning
    case .newOpenMethod, .keyDropped, .backendChanged: .note
    }
  }

  /// The sentence about some methods.
  ///
  /// - Parameters:
  ///   - subject: The methods, ready to stand at the start.
  ///   - isOne: Whether it is a single one.
  func sentence(subject: String, isOne: Bool) -> String {
    func word(_ one: String, _ several: String) -> String { isOne ? one : several }
    return switch self {
    case .opensToEveryone:
      "\(subject) no longer \(word("asks", "ask")) who calls: open to everyone"
    case .hostDisabled: "The default host is switched off: every request is refused"
    case .keySourceChanged: "Keys come from another source: those sent as before no longer count"
    case .refusesWithoutKey:
      "\(subject) now \(word("wants", "want")) a key: clients without one will be refused"
    case .refusesUnsigned:
      "\(subject) now \(word("wants", "want")) signed requests: others will be refused"
    case .methodGone: "\(subject) \(word("is", "are")) no longer served: callers will be refused"
    case .refusesInvalid:
      "\(subject) now \(word("checks", "check")) requests: those that do not fit will be refused"
    case .policyChanged: "The resource policy differs: other callers may be admitted or refused"
    case .newOpenMethod: "\(subject) \(word("is", "are")) new and open to everyone"
    case .keyDropped: "\(subject) no longer \(word("wants", "want")) a key, only a signature"
    case .backendChanged: "\(subject) will be answered by another backend"
    }
  }
}
