/// The patch operations that make one form of an entity the other.
///
/// Patch paths are the members' own names, so what API Gateway prints of both forms tells most of them.
enum EntityPatch {
  /// The operations; members that no patch can change are left out.
  static func operations(from before: Entity, to after: Entity) -> [PatchOperation] {
    switch (before, after) {
    case (.account(let old), .account(let new)):
      return throttle(from: old.throttleSettings, to: new.throttleSettings, at: "/throttleSettings")
    case (.apiKey(let old), .apiKey(let new)):
      return members(
        ["name", "description", "enabled", "customerId"], old.wire(.listed), new.wire(.listed))
    case (.usagePlan(let old), .usagePlan(let new)): return plan(from: old, to: new)
    case (.restApi(let old), .restApi(let new)):
      return members(
        [
          "name", "description", "apiKeySource", "disableExecuteApiEndpoint", "securityPolicy",
          "endpointAccessMode", "minimumCompressionSize",
        ], old.wire(.listed), new.wire(.listed))
        + endpoint(from: old.endpointConfiguration, to: new.endpointConfiguration)
        + texts("policy", old.policy, new.policy)
        + list("binaryMediaTypes", old.binaryMediaTypes, new.binaryMediaTypes)
    case (.resource(_, let old), .resource(_, let new)):
      return texts("pathPart", old.pathPart, new.pathPart)
        + texts("parentId", old.parentId, new.parentId)
    case (.method(_, _, let old), .method(_, _, let new)): return method(from: old, to: new)
    case (.deployment(_, let old), .deployment(_, let new)):
      return texts("description", old.description, new.description)
    case (.stage(_, let old), .stage(_, let new)): return stage(from: old, to: new)
    case (.model(_, let old), .model(_, let new)):
      return texts("description", old.description, new.description)
        + texts("schema", old.schema, new.schema)
    case (.requestValidator(_, let old), .requestValidator(_, let new)):
      return texts("name", old.name, new.name)
        + texts(
          "validateRequestBody", "\(old.validateRequestBody)", "\(new.validateRequestBody)")
        + texts(
          "validateRequestParameters", "\(old.validateRequestParameters)",
          "\(new.validateRequestParameters)")
    case (.accessory(let old), .accessory(let new)): return accessory(from: old, to: new)
    default: return []
    }
  }

  // MARK: Parts

  /// Operations on the members of these names that differ.
  private static func members(
    _ names: [String], _ old: JSONValue, _ new: JSONValue
  ) -> [PatchOperation] {
    guard case .object(let old) = old, case .object(let new) = new else { return [] }
    return names.flatMap { texts($0, old[$0]?.patchText, new[$0]?.patchText) }
  }

  private static func texts(_ name: String, _ old: String?, _ new: String?) -> [PatchOperation] {
    old == new ? [] : [.replace("/\(name)", new ?? "")]
  }

  private static func list(_ name: String, _ old: [String], _ new: [String]) -> [PatchOperation] {
    old.filter { !new.contains($0) }.map { .remove("/\(name)/\(PatchOperation.escaped($0))") }
      + new.filter { !old.contains($0) }
      .map { PatchOperation(op: "add", path: "/\(name)/\(PatchOperation.escaped($0))") }
  }

  private static func map(
    _ name: String, _ old: [String: String], _ new: [String: String], op: String
  ) -> [PatchOperation] {
    let path = { (key: String) in "/\(name)/\(PatchOperation.escaped(key))" }
    return old.keys.filter { new[$0] == nil }.sorted().map { .remove(path($0)) }
      + new.filter { old[$0.key] != $0.value }.sorted { $0.key < $1.key }
      .map { PatchOperation(op: op, path: path($0.key), value: $0.value) }
  }

  private static func throttle(
    from old: ThrottleSettings?, to new: ThrottleSettings?, at path: String
  ) -> [PatchOperation] {
    guard old != new else { return [] }
    guard let new else { return [.remove(path)] }
    var steps: [PatchOperation] = []
    if let rate = new.rateLimit, rate != old?.rateLimit {
      steps.append(.replace("\(path)/rateLimit", "\(rate)"))
    }
    if let burst = new.burstLimit, burst != old?.burstLimit {
      steps.append(.replace("\(path)/burstLimit", "\(burst)"))
    }
    return steps
  }

  // MARK: Entities

  private static func plan(from old: UsagePlan, to new: UsagePlan) -> [PatchOperation] {
    var steps =
      members(
        ["name", "description", "productCode"], old.wire(.listed), new.wire(.listed))
      + throttle(from: old.throttle, to: new.throttle, at: "/throttle")
    if new.quota != old.quota {
      if let quota = new.quota {
        steps += texts("quota/limit", old.quota.map { "\($0.limit)" }, "\(quota.limit)")
        steps += texts("quota/period", old.quota?.period.rawValue, quota.period.rawValue)
        steps += texts("quota/offset", old.quota.map { "\($0.offset)" }, "\(quota.offset)")
      } else {
        steps.append(.remove("/quota"))
      }
    }
    steps += old.apiStages.filter { new.apiStage($0.id) == nil }
      .map { .remove("/apiStages", $0.id.description) }
    for stage in new.apiStages {
      let known = old.apiStage(stage.id)
      if known == nil { steps.append(.add("/apiStages", stage.id.description)) }
      steps += stageThrottles(from: known?.throttle ?? [:], to: stage.throttle, of: stage.id)
    }
    return steps
  }

  private static func stageThrottles(
    from old: [String: ThrottleSettings], to new: [String: ThrottleSettings], of id: ApiStageID
  ) -> [PatchOperation] {
    Set(old.keys).union(new.keys).sorted().flatMap { route -> [PatchOperation] in
      guard let slash = route.lastIndex(of: "/") else { return [] }
      let path = PatchOperation.escaped(String(route[..<slash]))
      let verb = route[route.index(after: slash)...]
      return throttle(
        from: old[route], to: new[route], at: "/apiStages/\(id)/throttle/\(path)/\(verb)")
    }
  }

  private static func method(from old: Method, to new: Method) -> [PatchOperation] {
    members(
      [
        "apiKeyRequired", "authorizationType", "authorizerId", "operationName",
        "requestValidatorId",
      ], old.wire, new.wire)
      + map(
        "requestParameters", (old.requestParameters ?? [:]).mapValues { "\($0)" },
        (new.requestParameters ?? [:]).mapValues { "\($0)" }, op: "add")
      + map("requestModels", old.requestModels ?? [:], new.requestModels ?? [:], op: "add")
      + values(
        "authorizationScopes", old.authorizationScopes ?? [], new.authorizationScopes ?? [])
  }

  private static func values(_ name: String, _ old: [String], _ new: [String]) -> [PatchOperation] {
    old.filter { !new.contains($0) }.map { .remove("/\(name)", $0) }
      + new.filter { !old.contains($0) }.map { .add("/\(name)", $0) }
  }

  /// What the table of an accessory's paths can do for the members that differ.
  private static func accessory(
    from old: AnyAccessory, to new: AnyAccessory
  ) -> [PatchOperation] {
    func paths<Value: RuledAccessory>(_ type: Value.Type, _ op: PatchOp) -> [String] {
      type.rules.patch.paths(for: op)
    }
    guard let type = new.ref.kind.ruledType, case .object(let before) = old.value.wire(.listed),
      case .object(let after) = new.value.wire(.listed)
    else { return [] }
    let names = Set(before.members.map(\.name)).union(after.members.map(\.name)).sorted()
    let replaced = paths(type, .replace)
    let own = names.flatMap { name -> [PatchOperation] in
      // Some paths have other capitals than the member; the first in the table is the service's own.
      if let path = replaced.first(where: { $0.lowercased() == "/\(name.lowercased())" }) {
        return texts(String(path.dropFirst()), before[name]?.patchText, after[name]?.patchText)
      }
      guard paths(type, .add).contains("/\(name)") else { return [] }
      return values(name, before[name]?.texts ?? [], after[name]?.texts ?? [])
    }
    guard let old = old.value as? DomainName, let new = new.value as? DomainName else { return own }
    return own + endpoint(from: old.endpointConfiguration, to: new.endpointConfiguration)
      + trustStore(from: old.mutualTlsAuthentication, to: new.mutualTlsAuthentication)
  }

  private static func endpoint(
    from old: EndpointConfiguration, to new: EndpointConfiguration
  ) -> [PatchOperation] {
    let path = "endpointConfiguration"
    // The type to be replaced stands in the path.
    return texts("\(path)/types/\(old.types.first ?? "0")", old.types.first, new.types.first)
      + texts("\(path)/ipAddressType", old.ipAddressType, new.ipAddressType)
      + values("\(path)/vpcEndpointIds", old.vpcEndpointIds ?? [], new.vpcEndpointIds ?? [])
  }

  private static func trustStore(
    from old: MutualTlsAuthentication?, to new: MutualTlsAuthentication?
  ) -> [PatchOperation] {
    let path = "mutualTlsAuthentication"
    // An empty address takes the whole away, so it comes first.
    return texts("\(path)/truststoreUri", old?.truststoreUri, new?.truststoreUri)
      + texts(
        "\(path)/truststoreVersion", new?.truststoreUri == nil ? nil : old?.truststoreVersion,
        new?.truststoreVersion)
  }

  private static func stage(from old: Stage, to new: Stage) -> [PatchOperation] {
    members(
      [
        "deploymentId", "description", "documentationVersion", "clientCertificateId",
        "tracingEnabled", "cacheClusterEnabled", "cacheClusterSize",
      ], old.wire, new.wire)
      + map("variables", old.variables ?? [:], new.variables ?? [:], op: "replace")
      + methodSettings(from: old.methodSettings, to: new.methodSettings)
      + canary(from: old.canarySettings, to: new.canarySettings)
      + accessLog(from: old.accessLogSettings, to: new.accessLogSettings)
  }

  private static func canary(
    from old: CanarySettings?, to new: CanarySettings?
  ) -> [PatchOperation] {
    guard let new else { return old == nil ? [] : [.remove("/canarySettings")] }
    return texts("canarySettings/deploymentId", old?.deploymentId, new.deploymentId)
      + texts(
        "canarySettings/percentTraffic", "\(old?.percentTraffic ?? 0)", "\(new.percentTraffic)")
      + texts(
        "canarySettings/useStageCache", "\(old?.useStageCache ?? false)", "\(new.useStageCache)")
      + map(
        "canarySettings/stageVariableOverrides", old?.stageVariableOverrides ?? [:],
        new.stageVariableOverrides ?? [:], op: "replace")
  }

  private static func accessLog(
    from old: AccessLogSettings?, to new: AccessLogSettings?
  ) -> [PatchOperation] {
    guard let new else { return old == nil ? [] : [.remove("/accessLogSettings")] }
    // Neither member can be taken away alone.
    if let old,
      (old.format != nil && new.format == nil)
        || (old.destinationArn != nil && new.destinationArn == nil)
    {
      return [.remove("/accessLogSettings")] + accessLog(from: nil, to: new)
    }
    return texts("accessLogSettings/destinationArn", old?.destinationArn, new.destinationArn)
      + texts("accessLogSettings/format", old?.format, new.format)
  }

  /// The names of a method's settings as they are printed, and as patch paths have them.
  private static let settingPaths = [
    ("metricsEnabled", "metrics/enabled"), ("dataTraceEnabled", "logging/dataTrace"),
    ("loggingLevel", "logging/loglevel"), ("throttlingBurstLimit", "throttling/burstLimit"),
    ("throttlingRateLimit", "throttling/rateLimit"), ("cachingEnabled", "caching/enabled"),
    ("cacheDataEncrypted", "caching/dataEncrypted"), ("cacheTtlInSeconds", "caching/ttlInSeconds"),
    ("requireAuthorizationForCacheControl", "caching/requireAuthorizationForCacheControl"),
    (
      "unauthorizedCacheControlHeaderStrategy", "caching/unauthorizedCacheControlHeaderStrategy"
    ),
  ]

  /// Operations on the settings of a stage's methods.
  static func methodSettings(
    from old: [String: MethodSetting], to new: [String: MethodSetting]
  ) -> [PatchOperation] {
    old.keys.filter { new[$0] == nil }.sorted().map { .remove("/\($0)") }
      + new.sorted { $0.key < $1.key }.flatMap { key, setting -> [PatchOperation] in
        // An entry is born with what acts on every method, whose operations come first.
        let every = MethodSettingKey.everyMethod
        let known = old[key] ?? (key == every ? nil : new[every]) ?? MethodSetting()
        guard case .object(let before) = known.wire, case .object(let after) = setting.wire else {
          return []
        }
        let steps = settingPaths.compactMap { name, path -> PatchOperation? in
          guard let text = after[name]?.patchText, text != before[name]?.patchText else {
            return nil
          }
          return .replace("/\(key)/\(path)", text)
        }
        guard steps.isEmpty, old[key] == nil else { return steps }
        return [.replace("/\(key)/metrics/enabled", "\(setting.metricsEnabled)")]
      }
  }
}

extension JSONValue {
  /// The texts of a list.
  fileprivate var texts: [String] {
    guard case .array(let items) = self else { return [] }
    return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// The value as a patch writes it, nil for what no patch writes.
  fileprivate var patchText: String? {
    switch self {
    case .bool(let isTrue): "\(isTrue)"
    case .integer(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .null, .array, .object: nil
    }
  }
}
