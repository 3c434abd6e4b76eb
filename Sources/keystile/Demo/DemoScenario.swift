import Foundation
import GatewayModel
import Workspace

/// The demonstration's configuration: the tutorial's API, plan and key, and enough besides that every
/// pane and state has something to show.
struct DemoScenario: Sendable {
  /// A stage of requests.
  struct Source: Sendable {
    /// The value of the key that is sent; nil for none.
    let keyValue: String?
    let httpMethod: String
    /// The path with API and stage.
    let path: String
    /// Requests a second.
    let rate: Double
  }

  /// Who calls what, how often.
  let sources: [Source]

  init(directory: String) throws {
    let workspace = try Workspace.open(at: directory)
    var builder = Builder(workspace: workspace)
    try builder.makeApi()
    try builder.makePlans()
    try builder.makeKeys()
    try builder.edit()
    sources = builder.sources()
  }
}

extension DemoScenario {
  /// Makes the configuration by the commands an operator would give.
  private struct Builder {
    let workspace: Workspace
    var api: RestApiID = ""
    var plans: [String: UsagePlanID] = [:]
    var values: [String: String] = [:]

    mutating func makeApi() throws {
      let made = try submit(
        .createRestApi(Command.CreateRestApi(name: "shop", description: "the tutorial's API")))
      guard case .restApi(let id)? = made.first else { return }
      api = id
      let methods: [(String, String, Bool, MethodBackend)] = [
        ("GET", "/pets", true, .mock(status: 200, body: "[{\"name\": \"Rex\"}]")),
        ("GET", "/pets/{id}", true, .mock(status: 200, body: "{\"name\": \"Rex\"}")),
        ("POST", "/orders", true, .mock(status: 201, body: "{\"order\": 1}")),
        ("GET", "/orders", true, .mock(status: 200, body: "[]")),
        ("GET", "/catalog", false, .mock(status: 200, body: "[]")),
        ("GET", "/health", false, .mock(status: 200, body: "{\"ok\": true}")),
      ]
      for (verb, path, needsKey, backend) in methods {
        try submit(
          .settingUpMethod(verb, at: path, of: id, requiresKey: needsKey, backend: backend))
      }
      try deploy(to: "beta", message: "first version")
      try deploy(to: "prod", message: "first version")
    }

    mutating func makePlans() throws {
      let prod = [ApiStage(apiId: api, stage: "prod")]
      let both = prod + [ApiStage(apiId: api, stage: "beta")]
      let wanted: [(String, ThrottleSettings?, QuotaInput?, [ApiStage]?)] = [
        (
          "standard", ThrottleSettings(rateLimit: 50, burstLimit: 100),
          QuotaInput(limit: 1_000, period: "MONTH"), both
        ),
        (
          "bulk", ThrottleSettings(rateLimit: 5, burstLimit: 10),
          QuotaInput(limit: 100_000, period: "MONTH"), prod
        ),
        (
          "trial", ThrottleSettings(rateLimit: 2, burstLimit: 4),
          QuotaInput(limit: 60, period: "DAY"), prod
        ),
        ("partner", ThrottleSettings(rateLimit: 20, burstLimit: 40), nil, nil),
      ]
      for (name, throttle, quota, stages) in wanted {
        let made = try submit(
          .createUsagePlan(
            Command.CreateUsagePlan(
              name: name, apiStages: stages, throttle: throttle, quota: quota)))
        if case .usagePlan(let id)? = made.first { plans[name] = id }
      }
    }

    mutating func makeKeys() throws {
      let wanted: [(String, String?, Bool)] = [
        ("example-api-key", "standard", true), ("acme-web", "standard", true),
        ("acme-mobile", "standard", true), ("acme-batch", "bulk", true),
        ("acme-東京", "bulk", true), ("newcomer", "trial", true), ("acme-partner", "partner", true),
        ("acme-staging", "standard", false), ("acme-legacy", nil, true),
      ]
      for (name, plan, enabled) in wanted {
        let made = try submit(
          .createApiKey(Command.CreateApiKey(name: name, enabled: enabled)))
        guard case .apiKey(let id)? = made.first else { continue }
        values[name] = workspace.state.keys[id]?.value
        if let plan, let planId = plans[plan] {
          try submit(
            .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: planId, keyId: id)))
        }
      }
    }

    /// Leaves something undeployed: the catalog shall want a key.
    mutating func edit() throws {
      guard let catalog = workspace.state.apis[api]?.resource(path: "/catalog") else { return }
      try submit(.requiringKey(true, for: "GET", at: catalog.id, of: api))
    }

    func sources() -> [Source] {
      func source(_ key: String?, _ verb: String, _ path: String, _ rate: Double) -> Source {
        Source(
          keyValue: key.flatMap { values[$0] }, httpMethod: verb, path: "/\(api)/prod\(path)",
          rate: rate)
      }
      return [
        source("example-api-key", "GET", "/pets", 0.5), source("acme-web", "GET", "/pets/7", 4),
        source("acme-web", "POST", "/orders", 1), source("acme-mobile", "GET", "/orders", 2),
        source("acme-batch", "POST", "/orders", 9), source("acme-東京", "GET", "/pets", 0.7),
        source("newcomer", "GET", "/pets", 1), source("acme-partner", "GET", "/pets", 0.3),
        source("acme-staging", "GET", "/pets", 0.2), source("acme-legacy", "GET", "/orders", 0.3),
        source(nil, "GET", "/catalog", 2), source(nil, "GET", "/health", 1),
        source(nil, "GET", "/pets", 0.2), source("acme-web", "GET", "/pet", 0.1),
      ]
    }

    private func deploy(to stage: StageName, message: String) throws {
      try submit(
        .createDeployment(
          Command.CreateDeployment(restApiId: api, stageName: stage, description: message)))
    }

    @discardableResult
    private func submit(_ command: Command) throws -> [EntityRef] {
      try workspace.submit(command, actor: Actor("demo"), surface: .demo).subjects
    }
  }
}
