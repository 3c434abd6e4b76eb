extension DiffRisk {
  /// The risks of one snapshot taking the place of another, the gravest first.
  ///
  /// Methods are compared as requests meet them, verb by verb: a verb that loses its own method may
  /// fall to `ANY`, which may be open.
  /// - Complexity: linear in the size of both snapshots.
  static func risks(from before: ApiSnapshot, to after: ApiSnapshot) -> [DiffRisk] {
    var methods: [DiffRiskKind: [String]] = [:]
    func note(_ kind: DiffRiskKind, _ label: String) {
      if methods[kind]?.last != label { methods[kind, default: []].append(label) }
    }
    let (old, new) = (Checked(before), Checked(after))
    for path in Set(old.routes.keys).union(new.routes.keys).sorted() {
      for verb in Method.httpMethods where verb != "ANY" {
        let (was, becomes) = (old.method(verb, path), new.method(verb, path))
        let declared = was?.httpMethod ?? becomes?.httpMethod
        let isSame = was == nil || becomes == nil || becomes?.httpMethod == declared
        let label = "\(isSame ? declared ?? verb : verb) \(path)"
        for kind in kinds(was, becomes, old, new) { note(kind, label) }
      }
    }
    for kind in apiKinds(before, after) { methods[kind] = [] }
    return DiffRiskKind.allCases.compactMap { kind in
      methods[kind].map { DiffRisk(kind: kind, methods: unique($0)) }
    }
  }

  private static func apiKinds(_ before: ApiSnapshot, _ after: ApiSnapshot) -> [DiffRiskKind] {
    var kinds: [DiffRiskKind] = []
    if after.disableExecuteApiEndpoint, !before.disableExecuteApiEndpoint {
      kinds.append(.hostDisabled)
    }
    if after.apiKeySource != before.apiKeySource { kinds.append(.keySourceChanged) }
    if after.policy != before.policy { kinds.append(.policyChanged) }
    return kinds
  }

  private static func kinds(
    _ before: Method?, _ after: Method?, _ old: Checked, _ new: Checked
  ) -> [DiffRiskKind] {
    guard let after else { return before == nil ? [] : [.methodGone] }
    guard let before else { return after.isOpen ? [.newOpenMethod] : [] }
    var kinds: [DiffRiskKind] = []
    if after.isOpen, !before.isOpen {
      kinds.append(.opensToEveryone)
    } else if before.apiKeyRequired, !after.apiKeyRequired {
      kinds.append(.keyDropped)
    }
    if after.apiKeyRequired, !before.apiKeyRequired { kinds.append(.refusesWithoutKey) }
    if after.authorizationType != "NONE", before.authorizationType != after.authorizationType {
      kinds.append(.refusesUnsigned)
    }
    if !new.checks(after).isSubset(of: old.checks(before)) { kinds.append(.refusesInvalid) }
    if before.methodIntegration?.backend != after.methodIntegration?.backend {
      kinds.append(.backendChanged)
    }
    return kinds
  }

  private static func unique(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    return labels.filter { seen.insert($0).inserted }
  }

  /// A snapshot with its routes and validators at hand.
  private struct Checked {
    let routes: [String: SnapshotRoute]
    let validators: [RequestValidatorID: RequestValidator]

    init(_ snapshot: ApiSnapshot) {
      routes = Dictionary(snapshot.routes.map { ($0.path, $0) }) { first, _ in first }
      validators = Dictionary(snapshot.requestValidators.map { ($0.id, $0) }) { first, _ in first }
    }

    func method(_ verb: String, _ path: String) -> Method? {
      routes[path]?.method(for: verb)
    }

    /// What requests of a method are checked for.
    func checks(_ method: Method) -> Set<String> {
      guard let validator = method.requestValidatorId.flatMap({ validators[$0] }) else { return [] }
      var checks: Set<String> = []
      if validator.validateRequestParameters {
        checks.formUnion((method.requestParameters ?? [:]).filter(\.value).keys)
      }
      if validator.validateRequestBody {
        checks.formUnion((method.requestModels ?? [:]).map { "\($0.key) \($0.value)" })
      }
      return checks
    }
  }
}

extension Method {
  /// Whether the method asks nothing of its callers.
  fileprivate var isOpen: Bool { !apiKeyRequired && authorizationType == "NONE" }
}

extension Integration {
  /// Who answers: a mock, or an address.
  fileprivate var backend: [String?] { [type.rawValue, uri, connectionId] }
}
