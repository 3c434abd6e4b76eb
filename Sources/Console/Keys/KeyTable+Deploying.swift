import GatewayModel
import Terminal

extension KeyTable {
  /// Keys that change what stages serve.
  static let deploying: [KeyBinding] = [
    KeyBinding(
      "stage.deploy", "d", in: [.stages, .methods], "deploy…",
      "review what a deployment would change, then let a stage serve it", group: .deploying,
      footer: 15, whyDisabled: needsApi
    ) { console, world in
      console.open(form: .deployment(at: console.subject, in: world.state), world)
    },
    KeyBinding(
      "stage.new", "n", in: [.stages], "new stage…", "deploy an API to a stage of a new name",
      group: .deploying, footer: 20, whyDisabled: needsApi
    ) { console, world in
      console.open(
        form: .deployment(at: console.subject, toNewStage: true, in: world.state), world)
    },
    KeyBinding(
      "stage.rollback", "r", in: [.stages], "roll back…",
      "let the stage serve another deployment of its API", group: .deploying, footer: 35,
      whyDisabled: needsWritableRow
    ) { console, world in
      guard case .stage(let id) = console.subject else { return [] }
      return console.openRollback(of: id, world)
    },
    KeyBinding(
      "stage.copy-call", "c", in: [.stages], "copy call",
      "a curl line that calls the stage with one of its keys; noted in the audit trail",
      group: .copying, footer: 45, whyDisabled: needsRow
    ) { console, world in
      guard case .stage(let id) = console.subject else { return [] }
      return console.copyCall(of: id, world)
    },
    KeyBinding(
      "watch.back", "b", in: [.deploy], "roll back…", "let the stage serve what it served before",
      group: .deploying, footer: 2, isInPalette: false,
      whyDisabled: { console, _ in
        let watch = console.overlays.last as? WatchOverlay
        return watch?.replaced == nil ? "the stage served nothing before" : nil
      }
    ) { console, world in
      guard let watch = console.overlays.last as? WatchOverlay else { return [] }
      return console.openRollback(of: watch.stage, to: watch.replaced, world)
    },
    .forwarded(
      "rollback.choose", "Enter", in: [.rollback], "roll back", "asks first, for the stage's name",
      footer: 1,
      whyDisabled: { console, _ in (console.overlays.last as? RollbackOverlay)?.reason }),
    KeyBinding(
      "deploy.close", "Esc, q", in: [.deploy, .rollback], "close", "leave", group: .dialog,
      footer: 3, isInPalette: false
    ) { console, _ in
      console.closeOverlay()
      return []
    },
  ]

  private static let needsApi: DisabledReason = { _, world in
    if world.status.isReadOnly { return "this workspace is open for reading only" }
    return world.state.apis.isEmpty ? "there is no API yet" : nil
  }
}

extension ConsoleState {
  /// Lists what a stage could serve instead.
  mutating func openRollback(
    of stage: ApiStageID, to id: DeploymentID? = nil, _ world: any ConsoleWorld
  ) -> [Effect] {
    guard let overlay = RollbackOverlay(stage, at: id, world: world) else {
      tell(.info, "this stage has gone", world)
      return []
    }
    open(overlay)
    return []
  }

  /// Shows what callers meet after a deployment.
  mutating func watch(
    _ stage: ApiStageID, _ subjects: [EntityRef], replaced: DeploymentID?,
    _ world: any ConsoleWorld
  ) -> [Effect] {
    show(.stage(stage), world)
    guard let id = world.state.stage(stage)?.deploymentId else { return [] }
    open(WatchOverlay(stage, deployment: id, replaced: replaced, world: world))
    return []
  }

  /// Copies a line for the shell that calls a stage, with a key that it admits where one is needed.
  mutating func copyCall(of id: ApiStageID, _ world: any ConsoleWorld) -> [Effect] {
    let state = world.state
    guard let gateway = world.status.gateways.first else {
      tell(.info, "no gateway runs here; `keystile serve` starts one", world)
      return []
    }
    let routes = state.servedSnapshot(id)?.routes ?? []
    let calls = routes.flatMap { route in route.methods.map { (route.path, $0) } }
    guard let (path, method) = calls.first(where: { $0.1.apiKeyRequired }) ?? calls.first else {
      tell(.info, "the stage serves no method", world)
      return []
    }
    let plans = state.plans.values.filter { $0.apiStage(id) != nil }.sorted { $0.id < $1.id }
    let key =
      method.apiKeyRequired
      ? plans.lazy.flatMap { (state.planKeys[$0.id] ?? [:]).keys.sorted() }
        .compactMap { state.keys[$0] }.first(where: \.enabled) : nil
    let verb = method.httpMethod == "ANY" ? "GET" : method.httpMethod
    let header = key.map { " -H 'x-api-key: \($0.value)'" } ?? ""
    let line = "curl -X \(verb)\(header) '\(gateway)/\(id.apiId)/\(id.stage)\(path)'"
    let what = "call of \(verb) \(path)" + (key.map { " with \($0.displayName)" } ?? "")
    return (key.map { [.noteReveal($0.id, wasCopied: true)] } ?? []) + copy(line, what: what)
  }
}
