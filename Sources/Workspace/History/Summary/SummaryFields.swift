import GatewayModel

/// The members whose changes a summary tells, by kind of entity, the weightiest first.
enum SummaryFields {
  static let apiKey: [SummaryField<ApiKey>] = [
    SummaryField("name") { $0.name },
    SummaryField("enabled") { $0.enabled ? "yes" : "no" },
    SummaryField("description") { $0.description },
    SummaryField("customer") { $0.customerId },
    SummaryField("value") { $0.maskedValue },
    SummaryField("tags") { tags($0.tags) },
  ]

  static let usagePlan: [SummaryField<UsagePlan>] = [
    SummaryField("rate") { number($0.throttle?.rateLimit) },
    SummaryField("burst") { number($0.throttle?.burstLimit) },
    SummaryField("quota") { $0.quota.map(quota) },
    SummaryField("name") { $0.name },
    SummaryField("description") { $0.description },
    SummaryField("product code") { $0.productCode },
    SummaryField("tags") { tags($0.tags) },
  ]

  static let restApi: [SummaryField<RestApi>] = [
    SummaryField("name") { $0.name },
    SummaryField("key source") { $0.apiKeySource.rawValue },
    SummaryField("description") { $0.description },
    SummaryField("version") { $0.version },
    SummaryField("binary media types") { list($0.binaryMediaTypes) },
    SummaryField("minimum compression size") { number($0.minimumCompressionSize) },
    SummaryField("endpoint") { list($0.endpointConfiguration.types) },
    SummaryField("policy") { $0.policy },
    SummaryField("default endpoint") { $0.disableExecuteApiEndpoint ? "off" : "on" },
    SummaryField("tags") { tags($0.tags) },
  ]

  static let method: [SummaryField<Method>] = [
    SummaryField("key required") { $0.apiKeyRequired ? "yes" : "no" },
    SummaryField("authorization") { $0.authorizationType },
    SummaryField("integration") { $0.methodIntegration?.type.rawValue },
    SummaryField("uri") { $0.methodIntegration?.uri },
    SummaryField("timeout ms") { number($0.methodIntegration?.timeoutInMillis) },
    SummaryField("operation name") { $0.operationName },
    SummaryField("validator") { $0.requestValidatorId },
    SummaryField("responses") { list($0.methodResponses.keys.sorted()) },
    SummaryField("integration responses") {
      list($0.methodIntegration?.integrationResponses.keys.sorted() ?? [])
    },
  ]

  static let stage: [SummaryField<Stage>] = [
    SummaryField("deployment") { $0.deploymentId },
    SummaryField("canary") { stage in
      stage.canarySettings.map { "\(number($0.percentTraffic) ?? "0") % of \($0.deploymentId)" }
    },
    SummaryField("method settings") { stage in
      list(
        stage.methodSettings.sorted { $0.key < $1.key }.map { path, setting in
          "\(path) \(number(setting.throttlingRateLimit) ?? "")/s"
            + " burst \(setting.throttlingBurstLimit)"
        })
    },
    SummaryField("description") { $0.description },
    SummaryField("variables") { tags($0.variables ?? [:]) },
    SummaryField("tags") { tags($0.tags) },
  ]

  static let account: [SummaryField<Account>] = [
    SummaryField("rate") { number($0.throttleSettings.rateLimit) },
    SummaryField("burst") { number($0.throttleSettings.burstLimit) },
    SummaryField("log role") { $0.cloudwatchRoleArn },
  ]

  static let resource: [SummaryField<Resource>] = [SummaryField("path") { $0.path }]

  static let deployment: [SummaryField<Deployment>] = [
    SummaryField("description") { $0.description }
  ]

  static let gatewayResponse: [SummaryField<GatewayResponse>] = [
    SummaryField("status") { $0.statusCode },
    SummaryField("headers") { tags($0.responseParameters) },
    SummaryField("templates") { tags($0.responseTemplates) },
  ]

  static let model: [SummaryField<Model>] = [
    SummaryField("schema") { $0.schema },
    SummaryField("description") { $0.description },
  ]

  static let requestValidator: [SummaryField<RequestValidator>] = [
    SummaryField("name") { $0.name },
    SummaryField("body check") { $0.validateRequestBody ? "on" : "off" },
    SummaryField("parameter check") { $0.validateRequestParameters ? "on" : "off" },
  ]

  /// `5` and not `5.0`.
  static func number(_ value: Double?) -> String? {
    value.map { Int(exactly: $0).map(String.init) ?? String($0) }
  }

  static func number(_ value: Int?) -> String? {
    value.map(String.init)
  }

  private static func quota(_ quota: QuotaSettings) -> String {
    "\(quota.limit)/\(quota.period.rawValue)" + (quota.offset == 0 ? "" : "+\(quota.offset)")
  }

  private static func tags(_ tags: [String: String]) -> String? {
    list(tags.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
  }

  private static func list(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: ", ")
  }
}
