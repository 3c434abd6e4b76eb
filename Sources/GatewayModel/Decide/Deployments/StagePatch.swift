/// The paths of UpdateStage, which has texts of its own for every refusal.
///
/// Any path of two tokens or more may be the settings of a method, so the paths are no closed table:
/// what is not a member of the stage is read as a method setting, and refused as one.
/// Source: API Gateway REST API reference, "Patch operations", Stage; recorded answers for the texts.
struct StagePatch {
  private(set) var stage: Stage
  private let api: ApiState

  /// A stage about to be changed.
  init(of stage: Stage, in api: ApiState) {
    self.stage = stage
    self.api = api
  }

  /// Refuses a list with a word that is none of the protocol's.
  static func check(_ operations: [PatchOperation]) throws(CommandError) {
    try PatchOp.check(operations, of: "updateStageInput")
  }

  /// The stage after the operations, in their order.
  func applying(_ operations: [PatchOperation]) throws(CommandError) -> Stage {
    var patch = self
    for operation in operations { try patch.apply(operation) }
    return patch.stage
  }

  private mutating func apply(_ operation: PatchOperation) throws(CommandError) {
    let path = operation.path ?? "null"
    switch operation.op {
    case "copy": try copy(to: path, from: operation.from ?? "null")
    case "remove": try remove(path)
    case "replace", "add":
      if path.hasPrefix("/accessLogSettings") {
        return try setAccessLog(path, operation.value ?? "")
      }
      guard operation.op == "replace" || Self.isVariable(path) else {
        throw Self.invalid(operation.op, path)
      }
      try replace(path, operation.value ?? "")
    default: throw Self.invalid(operation.op, path)
    }
  }
}

// MARK: - Replace

extension StagePatch {
  private mutating func replace(_ path: String, _ value: String) throws(CommandError) {
    if try setMember(path, value) { return }
    let tokens = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    switch tokens.first {
    case "variables" where tokens.count == 2:
      stage.variables = (stage.variables ?? [:])
        .merging([PatchOperation.unescaped(tokens[1]): value]) { $1 }
    case "canarySettings" where tokens.count > 1:
      try setCanary(tokens.dropFirst().map { PatchOperation.unescaped($0) }, value, path)
    default: try setMethodSetting(path, value)
    }
  }

  /// Sets a member of the stage itself; false when the path is none.
  private mutating func setMember(_ path: String, _ value: String) throws(CommandError) -> Bool {
    let text = value.nonEmpty
    switch path {
    case "/deploymentId": stage.deploymentId = try existing(value, field: "deploymentId")
    case "/description": stage.description = text
    case "/documentationVersion": stage.documentationVersion = text
    case "/clientCertificateId": stage.clientCertificateId = text
    case "/variables": stage.variables = try map(value, field: "variables")
    case "/tracingEnabled": stage.tracingEnabled = value.lowercased() == "true"
    case "/cacheClusterEnabled": stage.cacheClusterEnabled = value.lowercased() == "true"
    case "/cacheClusterSize":
      guard text.map(CacheClusterRules.sizes.contains) ?? true else {
        throw CommandError(
          .badRequest, "Invalid cacheClusterSize specified: \(value)", field: "cacheClusterSize",
          remedy: "Use one of \(CacheClusterRules.sizes.joined(separator: ", ")).")
      }
      stage.cacheClusterSize = text
    default: return false
    }
    return true
  }

  private mutating func setAccessLog(_ path: String, _ value: String) throws(CommandError) {
    let members = ["/accessLogSettings/destinationArn", "/accessLogSettings/format"]
    guard members.contains(path) else {
      throw CommandError(
        .badRequest,
        "Invalid accessLogSettings path. Must be one of : [\(members.joined(separator: ", "))]",
        field: "accessLogSettings", remedy: "Set destinationArn and format one by one.")
    }
    guard !value.isEmpty else {
      throw CommandError(
        .badRequest, "Access Log value must not be empty", field: "accessLogSettings",
        remedy: "Give a value, or remove /accessLogSettings.")
    }
    guard value.utf8.count <= ApiLimits.accessLogFormatLimitBytes else {
      throw CommandError(
        .badRequest,
        "Access Log value can be at most \(ApiLimits.accessLogFormatLimitBytes) bytes",
        field: "accessLogSettings", remedy: "Shorten the value.")
    }
    var settings = stage.accessLogSettings ?? AccessLogSettings()
    if path == members[0] { settings.destinationArn = value } else { settings.format = value }
    stage.accessLogSettings = settings
  }

  /// Sets a member of the canary, which is born with it on the stage's own deployment.
  private mutating func setCanary(
    _ tokens: [String], _ value: String, _ path: String
  ) throws(CommandError) {
    var canary = stage.canarySettings ?? CanarySettings(deploymentId: stage.deploymentId)
    switch tokens {
    case ["deploymentId"]:
      canary.deploymentId = try existing(value, field: "canarySettings.deploymentId")
    case ["percentTraffic"]:
      guard let percent = Double(value) else {
        throw CommandError(
          .badRequest, "Invalid percentTraffic specified: \(value)",
          field: "canarySettings.percentTraffic", remedy: "Use a share from 0 to 100 percent.")
      }
      canary.percentTraffic = percent
    case ["stageVariableOverrides"]:
      canary.stageVariableOverrides = try map(
        value, field: "canarySettings.stageVariableOverrides")
    case ["useStageCache"]: canary.useStageCache = value.lowercased() == "true"
    case _ where tokens.count == 2 && tokens[0] == "stageVariableOverrides":
      canary.stageVariableOverrides = (canary.stageVariableOverrides ?? [:])
        .merging([tokens[1]: value]) { $1 }
    default: throw Self.invalidSetting(path)
    }
    stage.canarySettings = canary
  }

  /// Sets one member of a method's entry, kept under the path's own text as it arrived.
  ///
  /// A new entry starts from that of `*/*`, so that a single setting does not undo the others.
  private mutating func setMethodSetting(_ path: String, _ value: String) throws(CommandError) {
    let tokens = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let member = tokens.suffix(2).joined(separator: "/")
    guard tokens.count >= 4, path.hasPrefix("/"), let set = MethodSettingPatch.members[member]
    else { throw Self.invalidSetting(path) }
    let key = tokens.dropLast(2).joined(separator: "/")
    var setting = stage.methodSettings[key] ?? stage.methodSettings["*/*"] ?? MethodSetting()
    guard set(&setting, value) else {
      throw CommandError(
        .badRequest, "Invalid value specified for \(member): \(value)", field: "methodSettings",
        remedy: MethodSettingPatch.hints[member])
    }
    stage.methodSettings[key] = setting
  }
}

// MARK: - Remove and copy

extension StagePatch {
  private mutating func remove(_ path: String) throws(CommandError) {
    switch path {
    case "/variables": stage.variables = nil
    case "/canarySettings": stage.canarySettings = nil
    case "/accessLogSettings": stage.accessLogSettings = nil
    case _ where Self.isVariable(path): try removeVariable(path)
    case _ where path.dropFirst().contains("/"): try removeMethodSetting(path)
    default: throw Self.invalid("remove", path)
    }
  }

  private mutating func removeVariable(_ path: String) throws(CommandError) {
    let name = PatchOperation.unescaped(path.dropFirst("/variables/".count))
    guard stage.variables?.removeValue(forKey: name) != nil else {
      throw CommandError(
        .notFound, "Invalid stage variable name specified", field: "variables",
        remedy:
          "The stage has \(GatewayState.list((stage.variables ?? [:]).keys, noun: "variable")).")
    }
    if stage.variables?.isEmpty == true { stage.variables = nil }
  }

  private mutating func removeMethodSetting(_ path: String) throws(CommandError) {
    let key = String(path.dropFirst())
    guard stage.methodSettings.removeValue(forKey: key) != nil else {
      throw CommandError(
        .badRequest,
        "Cannot remove method setting \(key) because there is no method setting for this method ",
        field: "methodSettings",
        remedy: "The stage has \(GatewayState.list(stage.methodSettings.keys, noun: "setting")).")
    }
  }

  private static let copyPaths = ["/deploymentId", "/variables"]
  private static let copySources = [
    "/canarySettings/deploymentId", "/canarySettings/stageVariableOverrides",
  ]

  /// Promotes a canary: its deployment replaces the stage's, its overrides go into the variables.
  private mutating func copy(to path: String, from source: String) throws(CommandError) {
    guard let index = Self.copyPaths.firstIndex(of: path), Self.copySources[index] == source else {
      throw CommandError(
        .badRequest,
        "Invalid copy operation with path: \(path) and from \(source). Valid copy:path are "
          + "[\(Self.copyPaths.joined(separator: ", "))] and valid copy:from are "
          + "[\(Self.copySources.joined(separator: ", "))]",
        field: "patchOperations", remedy: "Copy from the canary to the stage.")
    }
    guard let canary = stage.canarySettings else {
      throw CommandError(
        .badRequest, "Promotion not available. Canary does not exist.", field: "canarySettings",
        remedy: "Deploy with canary settings first.")
    }
    if index == 0 {
      stage.deploymentId = canary.deploymentId
    } else if let overrides = canary.stageVariableOverrides {
      stage.variables = (stage.variables ?? [:]).merging(overrides) { $1 }
    }
  }
}

// MARK: - Refusals

extension StagePatch {
  private static func isVariable(_ path: String) -> Bool {
    path.hasPrefix("/variables/") && path.split(separator: "/").count == 2
  }

  private func existing(
    _ id: DeploymentID, field: String
  ) throws(CommandError) -> DeploymentID {
    guard api.deployments[id] != nil else { throw CommandError.unknownDeployment(field: field) }
    return id
  }

  /// A map given whole, as JSON text; an empty one is none.
  private func map(_ text: String, field: String) throws(CommandError) -> [String: String]? {
    guard let map = text.isEmpty ? [:] : JSONText.map(text) else {
      throw CommandError(
        .badRequest, "Invalid value specified for \(field): \(text)", field: field,
        remedy: #"Give names and texts as JSON, for example {"host":"localhost"}."#)
    }
    return map.nonEmpty
  }

  private static func invalid(_ op: String, _ path: String) -> CommandError {
    CommandError(
      .badRequest, "Invalid \(op) operation with path: \(path)", field: "patchOperations",
      remedy:
        "Use replace to set a member of a stage, remove to drop variables, canary, access log "
        + "or the settings of a method.")
  }

  private static func invalidSetting(_ path: String) -> CommandError {
    CommandError(
      .badRequest, "Invalid method setting path: \(path). Must be one of: [\(settingPaths)]",
      field: "patchOperations",
      remedy: "Write the resource path with ~1 for its slashes, for example "
        + "/~1pets/GET/throttling/rateLimit.")
  }

  /// The list API Gateway prints, with the separators it leaves out.
  ///
  /// Source: recorded answer of UpdateStage to an unknown path.
  static let settingPaths =
    "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, "
    + "/accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, "
    + "/{resourcePath}/{httpMethod}/metrics/enabled, "
    + "/{resourcePath}/{httpMethod}/logging/dataTrace, "
    + "/{resourcePath}/{httpMethod}/logging/loglevel, "
    + "/{resourcePath}/{httpMethod}/throttling/burstLimit"
    + "/{resourcePath}/{httpMethod}/throttling/rateLimit"
    + "/{resourcePath}/{httpMethod}/caching/ttlInSeconds, "
    + "/{resourcePath}/{httpMethod}/caching/enabled, "
    + "/{resourcePath}/{httpMethod}/caching/dataEncrypted, "
    + "/{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, "
    + "/{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, "
    + "/*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, "
    + "/*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, "
    + "/*/*/caching/enabled, /*/*/caching/dataEncrypted, "
    + "/*/*/caching/requireAuthorizationForCacheControl, "
    + "/*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, "
    + "/tracingEnabled"
}
