extension Command.CreateDeployment: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("stage-name", stageName),
      .text("stage-description", stageDescription), .text("description", description),
      .flag("cache-cluster-enabled", cacheClusterEnabled),
      .text("cache-cluster-size", cacheClusterSize), .map("variables", variables),
      .json("canary-settings", canarySettings?.wire), .flag("tracing-enabled", tracingEnabled),
    ]
  }
}

extension CanaryInput {
  fileprivate var wire: JSONValue {
    var object = JSONObject()
    object.add("deploymentId", text: deploymentId)
    object.add("percentTraffic", percentTraffic.map { .double($0) })
    object.add("stageVariableOverrides", stageVariableOverrides.map(JSONValue.map))
    object.add("useStageCache", useStageCache.map { .bool($0) })
    return .object(object)
  }
}

extension Command.UpdateDeployment: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("deployment-id", deploymentId),
      .patch(patchOperations),
    ]
  }
}

extension Command.DeleteDeployment: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("deployment-id", deploymentId)]
  }
}

extension Command.CreateStage: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("rest-api-id", restApiId), .text("stage-name", stageName),
      .text("deployment-id", deploymentId), .text("description", description),
      .flag("cache-cluster-enabled", cacheClusterEnabled),
      .text("cache-cluster-size", cacheClusterSize), .map("variables", variables),
      .text("documentation-version", documentationVersion),
      .json("canary-settings", canarySettings?.wire), .flag("tracing-enabled", tracingEnabled),
      .map("tags", tags),
    ]
  }
}

extension Command.UpdateStage: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("stage-name", stageName), .patch(patchOperations)]
  }
}

extension Command.DeleteStage: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("rest-api-id", restApiId), .text("stage-name", stageName)]
  }
}
