/// What an operation takes as its body.
public enum OperationBody: Sendable, Hashable {
  /// Nothing; what is sent is not looked at.
  case none
  /// A JSON object with these members; unknown ones are ignored.
  case members([InputMember])
  /// Bytes of the caller's own type, such as an API definition.
  case raw
  /// `application/x-www-form-urlencoded` with these members.
  case form([InputMember])

  /// The declared members.
  public var members: [InputMember] {
    switch self {
    case .none, .raw: []
    case .members(let members), .form(let members): members
    }
  }

  /// The longest body, in bytes.
  var limitBytes: Int {
    switch self {
    case .none: ControlPlaneLimits.emptyBodyBytes
    case .members, .form: ControlPlaneLimits.bodyBytes
    case .raw: ControlPlaneLimits.importBodyBytes
    }
  }
}
