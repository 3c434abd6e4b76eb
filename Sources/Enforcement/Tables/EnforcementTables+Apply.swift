public import GatewayModel

extension EnforcementTables {
  /// Makes the changes of journal lines.
  ///
  /// Total, as `GatewayState.apply` is: any events apply to any tables.
  /// - Parameters:
  ///   - events: What happened, in order.
  ///   - now: The monotonic clock, nanoseconds: when changed limits come into force.
  /// - Complexity: for each event, that of the entity it is about; a plan costs its stages and limits,
  ///   a stage its deployment's routes, the account all plans and stages.
  public mutating func apply(_ events: [Event], at now: Int64) {
    for event in events {
      switch event {
      case .put(let entity): put(entity, at: now)
      case .deleted(let ref): delete(ref, at: now)
      }
    }
  }

  private mutating func put(_ entity: Entity, at now: Int64) {
    switch entity {
    case .account(let account): put(account, at: now)
    case .apiKey(let key): put(key)
    case .usagePlan(let plan): put(plan, at: now)
    case .usagePlanKey(let member): put(member)
    case .usageAdjustment(let grant): put(grant)
    case .restApi(let api): if apis[api.id] == nil { apis[api.id] = ApiEntry() }
    case .deployment(let api, let deployment): put(deployment, of: api, at: now)
    case .stage(let api, let stage): put(stage, of: api, at: now)
    case .resource, .method, .gatewayResponse, .model, .requestValidator, .accessory:
      // These act through a deployment only.
      break
    }
  }

  private mutating func delete(_ ref: EntityRef, at now: Int64) {
    switch ref {
    case .account: put(Account(), at: now)
    case .apiKey(let id): deleteKey(id)
    case .usagePlan(let id): deletePlan(id, at: now)
    case .usagePlanKey(let id): deleteMembership(id)
    case .usageAdjustment(let id): deleteAdjustment(id)
    case .restApi(let id): deleteApi(id, at: now)
    case .deployment(let api, let id): deleteDeployment(id, of: api, at: now)
    case .stage(let id): deleteStage(id, at: now)
    case .resource, .method, .gatewayResponse, .model, .requestValidator, .accessory: break
    }
  }

  mutating func put(_ account: Account, at now: Int64) {
    let settings = account.throttleSettings
    accountLimit = ThrottleLimit(settings, inheriting: settings, since: now)
    guard self.account != settings else { return }
    self.account = settings
    for place in planNumbers.values {
      if let plan = plans[place].plan { put(plan, at: now) }
    }
    for id in stageNumbers.keys { compileStage(id, at: now) }
  }
}
