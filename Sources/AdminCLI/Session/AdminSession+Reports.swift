import GatewayModel
import Workspace

extension AdminSession {
  /// Prints a key that was just made: its id first, its value where it may be seen.
  func reportNewKey(_ subjects: [EntityRef], words: String) throws {
    guard case .apiKey(let id)? = subjects.first, let key = try state.keys[id] else { return }
    let reveals = invocation.has("--reveal") || output.isTerminal && !output.isQuiet
    if invocation.has("--reveal") || reveals && !output.isJSON {
      noteReveal(of: [key], means: .shown)
    }
    if output.isJSON { return output.json(json(key, includesValue: invocation.has("--reveal"))) }
    report(id: id, words, json: [:])
    guard reveals else { return }
    output.line(output.isQuiet ? key.value : "value  \(AdminOutput.safe(key.value))")
    output.note("The value is not shown again unless asked for: keystile key show \(id) --reveal")
  }

  /// Notes that key values were printed, for whoever has to find out later where one went.
  func noteReveal(of keys: [ApiKey], means: RevealLog.Means) {
    guard let directory = try? workspace().directory else { return }
    let log = RevealLog(workspacePath: directory)
    for key in keys {
      log.note(key.id, means: means, actor: actor, time: environment.now())
    }
  }

  /// Prints a key that was changed.
  func reportKey(_ id: ApiKeyID, words: String) throws {
    guard let key = try state.keys[id] else { return }
    report(id: id, words, json: json(key, includesValue: false))
  }

  /// Prints a plan that was made or changed.
  func reportPlan(_ id: UsagePlanID, words: String) throws {
    guard let plan = try state.plans[id] else { return }
    report(id: id, words, json: json(plan))
  }

  /// Prints an API that was made or changed.
  func reportApi(_ id: RestApiID, words: String) throws {
    guard let api = try state.apis[id]?.api else { return }
    report(id: id, words, json: json(api))
  }

  /// Prints a method that was made or changed; its resource's id comes first.
  func reportMethod(
    _ api: RestApiID, _ resource: ResourceID, _ verb: String, words: String
  ) throws {
    guard let api = try state.apis[api], let method = api.methods[resource]?[verb] else { return }
    let path = api.resources[resource]?.path ?? ""
    report(id: resource, "\(verb) \(path) \(words)", json: method.wire)
  }

  /// A stage as `api name:stage`.
  func stageName(_ id: ApiStageID, in state: GatewayState) -> String {
    "\(state.apis[id.apiId]?.api.name ?? id.apiId):\(id.stage)"
  }

  /// Refuses a change that says nothing.
  func requireSomething(_ operations: [PatchOperation]) throws {
    guard operations.isEmpty else { return }
    throw CommandLineError(
      "\(invocation.verb.title) needs something to change.", verb: invocation.verb)
  }
}

extension AdminOutput {
  /// Prints names and values, a line each, the values made safe.
  func fields(_ fields: [(String, String)]) {
    let width = fields.map(\.0.count).max() ?? 0
    for (name, value) in fields {
      let padded = name + String(repeating: " ", count: width - name.count)
      line("\(styled(padded, .muted))  \(Self.safe(value))")
    }
  }
}
