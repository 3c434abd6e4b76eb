extension AWSScriptWriter {
  /// The steps in an order in which each finds what it refers to.
  ///
  /// Lines that make things change places among themselves only: a state takes a change whole and in any
  /// order, API Gateway takes a line after the other. What changes a plan comes last, since it may name
  /// stages that other lines make.
  static func ordered(_ steps: [AWSScript.Step]) -> [AWSScript.Step] {
    let made = steps.enumerated().filter { $0.element.isCreation }
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    var next = made.makeIterator()
    let result = steps.map { $0.isCreation ? next.next()?.element ?? $0 : $0 }
    return result.filter { !$0.changesPlan } + result.filter(\.changesPlan)
  }

  /// After what an entity comes: its kind, and for resources their depth.
  private static func rank(_ step: AWSScript.Step) -> Int {
    switch step.after {
    case .account, .restApi, nil: 0
    case .accessory(let accessory): rank(accessory.ref.kind)
    case .model, .requestValidator: 10
    case .gatewayResponse: 20
    case .resource(_, let resource): 30 + resource.path.split(separator: "/").count
    case .method: 10_000
    case .deployment: 10_010
    case .stage: 10_020
    case .apiKey, .usagePlan: 10_050
    case .usagePlanKey: 10_060
    case .usageAdjustment: 10_070
    }
  }

  private static func rank(_ kind: EntityKind) -> Int {
    switch kind {
    case .authorizer, .documentationPart: 10
    case .documentationVersion: 11
    case .domainName: 10_030
    case .basePathMapping, .domainNameAccessAssociation: 10_040
    default: 0
    }
  }
}

extension AWSScript.Step {
  var isCreation: Bool { before == nil && after != nil }

  fileprivate var changesPlan: Bool {
    if case .usagePlan = before, after != nil { true } else { false }
  }
}
