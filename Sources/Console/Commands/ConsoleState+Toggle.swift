import GatewayModel

extension ConsoleState {
  /// Switches keys off if any of them is on, else on; at once, since it can be undone.
  mutating func toggleKeys(_ world: any ConsoleWorld) -> [Effect] {
    let state = world.state
    let keys = subjects.compactMap { ref -> ApiKey? in
      if case .apiKey(let id) = ref { return state.keys[id] }
      return nil
    }
    let enable = !keys.contains(where: \.enabled)
    let commands = keys.filter { $0.enabled != enable }.map { key in
      Command.updateApiKey(
        Command.UpdateApiKey(
          apiKey: key.id, patchOperations: [.replace("/enabled", enable ? "true" : "false")]))
    }
    let what = keys.count == 1 ? keys[0].displayName : Words.count(keys.count, "key")
    return submit(
      Self.one(of: commands), editing: keys.map { .apiKey($0.id) },
      label: "\(enable ? "enabled" : "disabled") \(what)", world)
  }

  /// Makes methods require a key if any of them does not, else opens them; acts after a deployment.
  mutating func toggleKeyRequired(_ world: any ConsoleWorld) -> [Effect] {
    let state = world.state
    let methods = subjects.compactMap { ref -> (EntityRef, Method)? in
      if case .method(_, _, let method) = state.entity(ref) { return (ref, method) }
      return nil
    }
    let require = methods.contains { !$0.1.apiKeyRequired }
    let commands = methods.compactMap { ref, method -> Command? in
      guard case .method(let api, let resource, let verb) = ref, method.apiKeyRequired != require
      else { return nil }
      return .updateMethod(
        Command.UpdateMethod(
          restApiId: api, resourceId: resource, httpMethod: verb,
          patchOperations: [.replace("/apiKeyRequired", require ? "true" : "false")]))
    }
    let what =
      methods.count == 1
      ? Words.name(of: methods[0].0, in: state) : Words.count(methods.count, "method")
    return submit(
      Self.one(of: commands), editing: methods.map(\.0),
      label: "\(what) \(require ? "requires a key" : "is open to all"), "
        + (isDeployed(methods.map(\.0), require, state) ? "as deployed" : "not yet deployed"),
      world)
  }

  /// Whether every stage of the methods' APIs asks for a key already as it would be asked for.
  private func isDeployed(
    _ methods: [EntityRef], _ requiresKey: Bool, _ state: GatewayState
  ) -> Bool {
    methods.allSatisfy { ref in
      guard case .method(let api, let resource, let verb) = ref, let holder = state.apis[api],
        !holder.stages.isEmpty
      else { return false }
      return holder.stages.values.allSatisfy { stage in
        let routes = holder.deployments[stage.deploymentId]?.snapshot.routes
        let served = routes?.first { $0.resourceId == resource }?.methods
        return served?.first { $0.httpMethod == verb }?.apiKeyRequired == requiresKey
      }
    }
  }

  /// Several commands as one journal line, a single one as it is.
  static func one(of commands: [Command]) -> Command {
    commands.count == 1 ? commands[0] : .batch(Command.Batch(commands: commands))
  }
}
