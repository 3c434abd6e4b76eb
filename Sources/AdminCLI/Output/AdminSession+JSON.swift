import GatewayModel

/// Entities as API Gateway shows them, through the shapes of the model.
extension AdminSession {
  func json(_ key: ApiKey, includesValue: Bool) -> JSONValue {
    key.wire(.single, includeValue: includesValue)
  }

  func jsonList(_ keys: [ApiKey]) -> JSONValue { list(keys.map { $0.wire(.listed) }) }

  func json(_ plan: UsagePlan) -> JSONValue { plan.wire(.single) }

  func jsonList(_ plans: [UsagePlan]) -> JSONValue { list(plans.map { $0.wire(.listed) }) }

  func json(member key: ApiKey, of plan: UsagePlan) -> JSONValue {
    UsagePlanKey(usagePlanId: plan.id, keyId: key.id, createdDate: key.createdDate)
      .wire(key: key, includeValue: false)
  }

  func json(_ api: RestApi) -> JSONValue { api.wire(.single) }

  func jsonList(_ apis: [RestApi]) -> JSONValue { list(apis.map { $0.wire(.listed) }) }

  func jsonList(
    _ resources: [Resource], of api: ApiState, embedsMethods: Bool = false
  ) -> JSONValue {
    list(
      resources.map {
        $0.wire(methods: api.methods[$0.id] ?? [:], embedsMethods: embedsMethods)
      })
  }

  func json(_ deployment: Deployment, embedsSummary: Bool = false) -> JSONValue {
    deployment.wire(embedsSummary: embedsSummary)
  }

  func jsonList(_ deployments: [Deployment]) -> JSONValue { list(deployments.map { $0.wire() }) }

  /// A list in the form the command line prints.
  func list(_ items: [JSONValue]) -> JSONValue { WireList.page(items, name: "items") }
}
