/// What differs between two frozen forms of an API.
///
/// Behaviour is compared, not text: an edit that answers no request differently, such as an operation
/// name, a description or the id of a resource made anew, is listed apart, so that a stage that serves
/// what the editor shows is never said to differ.
public struct SnapshotDiff: Sendable, Hashable {
  /// What acts on requests: settings, then methods by path and verb, gateway responses, models,
  /// authorizers, validators.
  public let changes: [SnapshotChange]
  /// What differs without acting on any request, in the same order.
  public let ignored: [SnapshotChange]
  /// What the changes may do to callers, the gravest first.
  public let risks: [DiffRisk]

  /// No difference.
  public static let none = SnapshotDiff(changes: [], ignored: [], risks: [])

  init(changes: [SnapshotChange], ignored: [SnapshotChange], risks: [DiffRisk]) {
    self.changes = changes
    self.ignored = ignored
    self.risks = risks
  }

  /// Whether both forms answer every request alike.
  public var isEmpty: Bool { changes.isEmpty }

  /// The methods that came, went or differ, by path and verb.
  public var methods: [SnapshotChange] {
    changes.filter { if case .method = $0.subject { true } else { false } }
  }

  /// The members of the API itself that differ.
  public var settings: [SnapshotChange] {
    changes.filter { if case .setting = $0.subject { true } else { false } }
  }

  /// The gateway responses that answer differently.
  public var gatewayResponses: [SnapshotChange] {
    changes.filter { if case .gatewayResponse = $0.subject { true } else { false } }
  }

  /// The models that validated requests are checked against and that differ.
  public var models: [SnapshotChange] {
    changes.filter { if case .model = $0.subject { true } else { false } }
  }

  /// The validators that methods use and that differ; those methods are listed too.
  public var requestValidators: [SnapshotChange] {
    changes.filter { if case .requestValidator = $0.subject { true } else { false } }
  }

  /// The authorizers that methods ask and that differ.
  public var authorizers: [SnapshotChange] {
    changes.filter { if case .authorizer = $0.subject { true } else { false } }
  }

  /// The change of one part, if it differs.
  ///
  /// - Complexity: linear in the number of changes.
  public func change(of subject: ChangeSubject) -> SnapshotChange? {
    changes.first { $0.subject == subject }
  }

  /// The number of changes by kind of part, for example `2 methods, 1 setting`, or `no changes`.
  public var summary: String {
    let counts = [
      (methods.count, "method"), (settings.count, "setting"),
      (gatewayResponses.count, "gateway response"), (models.count, "model"),
      (requestValidators.count, "validator"), (authorizers.count, "authorizer"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? "no changes" : parts.joined(separator: ", ")
  }
}
