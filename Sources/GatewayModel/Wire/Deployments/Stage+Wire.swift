extension Stage {
  /// The stage as API Gateway prints it, alike for every call: tags only when there are any.
  ///
  /// Source: recorded answers of CreateStage, GetStage and UpdateStage.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("accessLogSettings", accessLogSettings?.wire)
    object.add("cacheClusterEnabled", .bool(cacheClusterEnabled))
    object.add("cacheClusterSize", text: cacheClusterSize)
    object.add("cacheClusterStatus", text: cacheClusterEnabled ? "AVAILABLE" : "NOT_AVAILABLE")
    object.add("canarySettings", canarySettings?.wire)
    object.add("clientCertificateId", text: clientCertificateId)
    object.add("createdDate", .timestamp(createdDate))
    object.add("deploymentId", text: deploymentId)
    object.add("description", text: description)
    object.add("documentationVersion", text: documentationVersion)
    object.add("lastUpdatedDate", .timestamp(lastUpdatedDate))
    object.add(
      "methodSettings", .object(JSONObject(sorting: methodSettings.mapValues(\.wire))))
    object.add("stageName", text: stageName)
    object.add("tags", tags.isEmpty ? nil : .map(tags))
    object.add("tracingEnabled", .bool(tracingEnabled))
    object.add("variables", variables.map(JSONValue.map))
    object.add("webAclArn", text: webAclArn)
    return .object(object)
  }
}

extension MethodSetting {
  /// The settings as API Gateway prints them; the log level only once set.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("cacheDataEncrypted", .bool(cacheDataEncrypted))
    object.add("cacheTtlInSeconds", .integer(cacheTtlInSeconds))
    object.add("cachingEnabled", .bool(cachingEnabled))
    object.add("dataTraceEnabled", .bool(dataTraceEnabled))
    object.add("loggingLevel", text: loggingLevel)
    object.add("metricsEnabled", .bool(metricsEnabled))
    object.add(
      "requireAuthorizationForCacheControl", .bool(requireAuthorizationForCacheControl))
    object.add("throttlingBurstLimit", .integer(throttlingBurstLimit))
    object.add("throttlingRateLimit", .double(throttlingRateLimit))
    object.add(
      "unauthorizedCacheControlHeaderStrategy", text: unauthorizedCacheControlHeaderStrategy)
    return .object(object)
  }
}

extension CanarySettings {
  /// The canary as API Gateway prints it, the share with a point.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("deploymentId", text: deploymentId)
    object.add("percentTraffic", .double(percentTraffic))
    object.add("stageVariableOverrides", stageVariableOverrides.map(JSONValue.map))
    object.add("useStageCache", .bool(useStageCache))
    return .object(object)
  }
}

extension AccessLogSettings {
  /// The settings as API Gateway prints them.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("destinationArn", text: destinationArn)
    object.add("format", text: format)
    return .object(object)
  }
}
