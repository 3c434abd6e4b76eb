import GatewayModel

/// What a workspace holds without what is drawn by chance: ids, key values and times.
///
/// Two workspaces that were led by the same changes have the same digest.
struct WorkspaceDigest: Equatable, CustomStringConvertible {
  private let lines: [String]

  /// Members that name things by chance or tell when they were made: only that they are there counts.
  private static let accidental: Set<String> = [
    "id", "parentId", "rootResourceId", "apiId", "restApiId", "deploymentId", "cacheNamespace",
    "createdDate", "lastUpdatedDate", "value", "clientCertificateId", "pemEncodedCertificate",
    "expirationDate", "certificateUploadDate", "distributionDomainName", "regionalDomainName",
    "domainNameId", "domainNameArn", "domainNameAccessAssociationArn",
  ]

  init(_ state: GatewayState) {
    var lines: [String] = state.keys.values.map { "key \(Self.text($0.wire(.single)))" }
    for plan in state.plans.values {
      let keys = (state.planKeys[plan.id] ?? [:]).keys.map { state.keys[$0]?.name ?? "?" }.sorted()
      let adjusted = state.usageAdjustments.filter { $0.key.usagePlanId == plan.id }.count
      lines.append("plan \(Self.text(plan.wire(.single))) \(keys) \(adjusted)")
    }
    for api in state.apis.values {
      lines.append("api \(Self.text(api.api.wire(.single)))")
      for resource in api.resources.values {
        let methods = api.methods[resource.id] ?? [:]
        lines.append(Self.text(resource.wire(methods: methods, embedsMethods: true)))
      }
      lines += api.models.values.map { "model \(Self.text($0.wire))" }
      lines += api.requestValidators.values.map { "validator \(Self.text($0.wire))" }
      lines += api.gatewayResponses.values.map { answer in
        let templates = answer.responseTemplates.sorted { $0.key < $1.key }
        return "answer \(answer.responseType.rawValue) \(answer.statusCode ?? "") \(templates)"
      }
      lines += Self.accessories(in: state, of: api.api.id)
      for stage in api.stages.values {
        let served = api.deployments[stage.deploymentId].map { $0.wire(embedsSummary: true) }
        lines.append("\(Self.text(stage.wire)) \(Self.text(served ?? .null))")
      }
    }
    lines += Self.accessories(in: state, of: nil) + Self.domainLinks(in: state)
    self.lines = lines.sorted()
  }

  var description: String { lines.joined(separator: "\n") }

  private static func accessories(in state: GatewayState, of api: RestApiID?) -> [String] {
    func lines<Value: Accessory>(_ type: Value.Type) -> [String] {
      guard type.isPartOfApi == (api != nil) else { return [] }
      return type.all(in: state, of: api).values.map { "\(type.noun) \(text($0.wire(.single)))" }
    }
    return EntityKind.accessories.compactMap(\.accessoryType).flatMap { lines($0) }
  }

  /// What the public names lead to, and who reaches the private ones.
  private static func domainLinks(in state: GatewayState) -> [String] {
    state.domainNames.values.flatMap { domain in
      state.mappings(of: domain.key).map { mapping in
        "\(domain.domainName)/\(mapping.basePath) leads to "
          + "\(state.apis[mapping.restApiId]?.api.name ?? "?"):\(mapping.stage ?? "")"
      }
        + state.domainNameAccessAssociations.values.filter { $0.domainNameArn == domain.arn }
        .map { "\($0.accessAssociationSource) reaches \(domain.domainName)" }
    }
  }

  private static func text(_ value: JSONValue) -> String { stripped(value).text }

  private static func stripped(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map {
            ($0.name, accidental.contains($0.name) ? .string("…") : stripped($0.value))
          }))
    case .array(let items): return .array(items.map(stripped))
    default: return value
    }
  }
}
