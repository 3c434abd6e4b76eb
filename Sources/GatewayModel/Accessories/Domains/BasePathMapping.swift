/// Says which stage a base path of a domain name leads to; kept and shown.
///
/// Source: API Gateway REST API reference, BasePathMapping.
public struct BasePathMapping: Accessory {
  /// The key of the domain.
  public var domainName: String
  /// The first part of the address's path; `(none)` for the bare domain.
  public var basePath: String
  /// The API.
  public var restApiId: RestApiID
  /// The stage; nil when callers name it behind the base path.
  public var stage: StageName?

  /// A mapping with all its members.
  public init(domainName: String, basePath: String, restApiId: RestApiID, stage: StageName? = nil) {
    self.domainName = domainName
    self.basePath = basePath
    self.restApiId = restApiId
    self.stage = stage
  }

  /// `basePathMapping`.
  public static let kind = EntityKind.basePathMapping
  /// `base path mapping`.
  public static let noun = "base path mapping"
  /// Domain and base path: `api.example.com/v1`.
  public var key: String { Self.key(of: domainName, basePath) }

  /// The key of a mapping.
  ///
  /// - Parameters:
  ///   - domain: The key of the domain.
  ///   - basePath: Empty and `(none)` both name the bare domain.
  public static func key(of domain: String, _ basePath: String) -> String {
    "\(domain)/\(named(basePath))"
  }

  /// The base path of the bare domain.
  public static let bare = "(none)"

  /// A base path as it is stored and printed.
  static func named(_ basePath: String?) -> String { basePath?.nonEmpty ?? bare }

  /// The mapping as API Gateway prints it.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("basePath", text: basePath)
    object.add("restApiId", text: restApiId)
    object.add("stage", text: stage)
    return .object(object)
  }
}

extension BasePathMapping: WorkspaceAccessory {
  static var shelf: WritableKeyPath<GatewayState, [String: BasePathMapping]> {
    \.basePathMappings
  }

  static var rules: AccessoryRules<BasePathMapping> {
    AccessoryRules(
      unknown: "Invalid base path mapping identifier specified", field: "basePath",
      patch: [
        PatchRule("/basePath", .replace) { $0.basePath = named($1.value) },
        PatchRule("/basepath", .replace) { $0.basePath = named($1.value) },
        PatchRule("/restapiId", .replace) { $0.restApiId = $1.value ?? "" },
        PatchRule("/restApiId", .replace) { $0.restApiId = $1.value ?? "" },
        PatchRule("/stage", .replace) { $0.stage = $1.text },
      ],
      awsNames: { ref in
        let parts = ref.key.split(separator: "/", maxSplits: 1).map(String.init)
        return DomainName.awsNames(of: parts.first ?? "") + [.text("base-path", parts.last)]
      },
      check: { (mapping, state, _) throws(CommandError) in try mapping.check(in: state) },
      taken: "Base path already exists for this domain name")
  }

  /// Refuses a base path of several segments, and a domain, API or stage that is not there.
  func check(in state: GatewayState) throws(CommandError) {
    guard !basePath.contains("/") else {
      throw CommandError(
        .badRequest,
        "API Gateway V1 doesn't support the slash character (/) in base path mappings. "
          + "To create a multi-level base path mapping, use API Gateway V2.",
        field: "basePath", remedy: "Use one segment, for example v1.")
    }
    guard state.domainNames[domainName] != nil else {
      throw CommandError(
        .notFound, DomainName.rules.unknown, field: "domainName",
        remedy: "Make the domain name '\(domainName)' first.")
    }
    guard let api = state.apis[restApiId] else {
      throw CommandError(
        .badRequest, "Invalid REST API identifier specified", field: "restApiId",
        remedy: "Use the id of an API of this workspace; ids are case-sensitive.")
    }
    guard stage.map({ api.stages[$0] != nil }) ?? true else {
      throw CommandError(
        .badRequest, "Invalid stage identifier specified", field: "stage",
        remedy: "The API has \(GatewayState.list(api.stages.keys, noun: "stage")).")
    }
  }
}

extension GatewayState {
  /// The domains with a base path that leads to an API, by name.
  ///
  /// - Parameters:
  ///   - apiId: The API.
  ///   - stage: Only those that lead to this stage; nil for all.
  func domains(leadingTo apiId: RestApiID, stage: StageName? = nil) -> [String] {
    let found = basePathMappings.values.filter {
      $0.restApiId == apiId && (stage == nil || $0.stage == stage)
    }
    return Set(found.map(\.domainName)).sorted()
  }
}
