extension Command.CreateUsagePlan: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [
      .text("name", name), .text("description", description),
      .json("api-stages", apiStages.map { .array($0.map(\.wire)) }),
      .json("throttle", throttle?.wire), .json("quota", quota?.wire), .map("tags", tags),
    ]
  }
}

extension QuotaInput {
  fileprivate var wire: JSONValue {
    var object = JSONObject()
    object.add("limit", limit.map { .integer($0) })
    object.add("offset", offset.map { .integer($0) })
    object.add("period", text: period)
    return .object(object)
  }
}

extension Command.UpdateUsagePlan: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("usage-plan-id", usagePlanId), .patch(patchOperations)]
  }
}

extension Command.DeleteUsagePlan: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("usage-plan-id", usagePlanId)] }
}

extension Command.CreateUsagePlanKey: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("usage-plan-id", usagePlanId), .text("key-id", keyId), .text("key-type", keyType)]
  }
}

extension Command.DeleteUsagePlanKey: AWSInvocation {
  var awsArguments: [AWSArgument] { [.text("usage-plan-id", usagePlanId), .text("key-id", keyId)] }
}

extension Command.UpdateUsage: AWSInvocation {
  var awsArguments: [AWSArgument] {
    [.text("usage-plan-id", usagePlanId), .text("key-id", keyId), .patch(patchOperations)]
  }
}
