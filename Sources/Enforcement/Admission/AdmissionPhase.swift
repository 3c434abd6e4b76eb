/// The questions admission asks.
public enum AdmissionPhase: UInt8, Sendable, Hashable, CaseIterable {
  /// Can the path be read in one way only?
  case path
  /// Do the API and the stage exist, and does the stage serve a deployment?
  case stage
  /// Which method answers?
  case route
  /// Does the method require a key?
  case keyRequired
  /// Did the request bring one, where the API looks for it?
  case keySent
  /// Is it the value of a key?
  case keyKnown
  /// Is that key switched on?
  case keyEnabled
  /// Does one of its plans open the stage?
  case planForStage
  /// Is anything left of the plan's quota?
  case quota
  /// Is a token left under the plan's limit for the method?
  case planMethodLimit
  /// Is a token left under the plan's limit?
  case planLimit
  /// Is a token left under the stage's limit for the method?
  case stageMethodLimit
  /// Is a token left under the account's limit?
  case accountLimit
  /// Count the request against the quota and take the tokens: all, or none.
  case commit

  /// The question in short, for tables.
  public var title: String {
    switch self {
    case .path: "path"
    case .stage: "API and stage"
    case .route: "route"
    case .keyRequired: "API key required"
    case .keySent: "key sent"
    case .keyKnown: "key known"
    case .keyEnabled: "key enabled"
    case .planForStage: "plan covers stage"
    case .quota: "quota"
    case .planMethodLimit: "method limit of plan"
    case .planLimit: "plan limit"
    case .stageMethodLimit: "method limit of stage"
    case .accountLimit: "account limit"
    case .commit: "count and take tokens"
    }
  }
}
