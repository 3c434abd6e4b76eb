public import GatewayModel

/// Tells a journal line in a few words, such as `rate 5 → 8 on plan pro`.
///
/// Built from the entities before and after alone, so every surface's changes read alike and old
/// lines can be told too. Names in it are the operator's own text: whoever shows it on a terminal
/// makes it safe first.
public enum ChangeSummary {
  /// The words for a line.
  ///
  /// - Parameters:
  ///   - changes: What the line did, one element per entity, in the line's order.
  ///   - name: What people call an entity that the line only refers to; nil when it is unknown,
  ///     and its id is shown.
  /// - Complexity: linear in the number of changes.
  public static func text(
    of changes: [EntityChange], naming name: @escaping (EntityRef) -> String?
  ) -> String {
    let phrases = SummaryPhrases(changes: changes, name: name)
    guard let first = changes.first else { return "nothing" }
    if changes.count == 1 { return phrases.phrase(first) }
    if let whole = phrases.wholeLine { return whole }
    let main = changes.min { rank($0) < rank($1) } ?? first
    let count = changes.count - 1
    return "\(phrases.phrase(main)) and \(count) more"
  }

  /// The words for a line as far as it tells them itself, without what was before it: for telling of
  /// it the moment it has come.
  ///
  /// - Parameters:
  ///   - change: The line.
  ///   - name: What people call an entity that the line only refers to.
  /// - Complexity: linear in the number of events.
  public static func brief(
    of change: Change, naming name: @escaping (EntityRef) -> String?
  ) -> String {
    var entities: [EntityRef: Entity] = [:]
    for case .put(let entity) in change.events { entities[entity.ref] = entity }
    let changes = change.subjects.map { EntityChange(ref: $0, before: nil, after: entities[$0]) }
    guard let main = changes.min(by: { rank($0) < rank($1) }) else { return "nothing" }
    let phrases = SummaryPhrases(changes: changes, name: name)
    let verb = main.after == nil ? "deleted" : "changed"
    let words =
      main.ref.kind == .usagePlanKey
      ? phrases.phrase(main) : "\(verb) \(phrases.subject(main.ref))"
    let whole = changes.count == 1 ? words : "\(words) and \(changes.count - 1) more"
    return change.correction == nil ? whole : "took back: \(whole)"
  }

  /// How much a change matters to whoever reads the line, least first: an API before its parts, a
  /// stage before the deployment it is pointed to, keys and plans before memberships.
  private static func rank(_ change: EntityChange) -> Int {
    switch change.ref.kind {
    case .restApi: 0
    case .stage: 1
    case .deployment: 2
    case .resource: 3
    case .method: 4
    case .gatewayResponse, .model, .requestValidator, .authorizer, .documentationPart,
      .documentationVersion:
      5
    case .domainName: 5
    case .clientCertificate, .domainNameAccessAssociation, .basePathMapping, .vpcLink: 6
    case .account, .apiKey: 6
    case .usagePlan: 7
    case .usagePlanKey: 8
    case .usageAdjustment: 9
    }
  }
}
