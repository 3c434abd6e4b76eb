extension Stage {
  /// The settings in which this stage differs from another: variables, method settings, canary and the
  /// like, which act at once and are no part of a deployment.
  ///
  /// Names, dates and the deployments themselves are left out.
  /// - Parameter other: The stage whose settings count as before.
  /// - Complexity: linear in the number of settings.
  public func settingsChanges(from other: Stage) -> [FieldChange] {
    DescribedField.compare(other.describedSettings, describedSettings).acting
  }

  private var describedSettings: [DescribedField] {
    var fields: [DescribedField] = []
    fields.add("description", description)
    fields.add("variables", variables)
    for (key, setting) in methodSettings.sorted(by: { $0.key < $1.key }) {
      fields += setting.described(as: "methodSettings.\(key)")
    }
    if let canary = canarySettings {
      fields.add("canarySettings.percentTraffic", String(canary.percentTraffic))
      fields.add("canarySettings.stageVariableOverrides", canary.stageVariableOverrides)
      fields.add("canarySettings.useStageCache", String(canary.useStageCache))
    }
    fields.add("cacheClusterEnabled", String(cacheClusterEnabled))
    fields.add("cacheClusterSize", cacheClusterSize)
    fields.add("tracingEnabled", String(tracingEnabled))
    fields.add("accessLogSettings.destinationArn", accessLogSettings?.destinationArn)
    fields.add("accessLogSettings.format", accessLogSettings?.format)
    fields.add("clientCertificateId", clientCertificateId)
    fields.add("documentationVersion", documentationVersion)
    fields.add("webAclArn", webAclArn)
    fields.add("tags", tags)
    return fields
  }
}

extension MethodSetting {
  fileprivate func described(as prefix: String) -> [DescribedField] {
    var fields: [DescribedField] = []
    fields.add("\(prefix).metricsEnabled", String(metricsEnabled))
    fields.add("\(prefix).loggingLevel", loggingLevel)
    fields.add("\(prefix).dataTraceEnabled", String(dataTraceEnabled))
    fields.add("\(prefix).throttlingBurstLimit", String(throttlingBurstLimit))
    fields.add("\(prefix).throttlingRateLimit", String(throttlingRateLimit))
    fields.add("\(prefix).cachingEnabled", String(cachingEnabled))
    fields.add("\(prefix).cacheTtlInSeconds", String(cacheTtlInSeconds))
    fields.add("\(prefix).cacheDataEncrypted", String(cacheDataEncrypted))
    fields.add(
      "\(prefix).requireAuthorizationForCacheControl", String(requireAuthorizationForCacheControl))
    fields.add(
      "\(prefix).unauthorizedCacheControlHeaderStrategy", unauthorizedCacheControlHeaderStrategy)
    return fields
  }
}
