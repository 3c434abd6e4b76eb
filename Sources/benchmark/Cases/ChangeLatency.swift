import GatewayModel
import Workspace

extension BenchmarkCase {
  /// The changes one run makes.
  private static let changes = 50
  /// Answers asked for until a change must have shown.
  private static let questionLimit = 200_000

  /// From a change in one process to the first answer of the gateway, another one, that shows it.
  static let changeLatency = BenchmarkCase(
    name: "change-latency",
    summary: "a key switched off or on in one process until the gateway's answer shows it, "
      + "against nginx told to read its file again",
    defaultRuns: 1
  ) { context in
    let fixture = try GatewayFixture(
      folder: "\(context.directory)/workspace",
      backend: .mock(status: 200, body: GatewayFixture.body))
    let gateway = try KeystileServer(workspace: fixture.folder, isPinned: false)
    let nginx = try NginxServer(
      folder: "\(context.directory)/nginx", task: .answer(body: GatewayFixture.body),
      keyValues: fixture.keyValues, processor: nil)
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 1...context.runs {
      ours += try gatewayChanges(fixture, gateway)
      theirs += try nginxChanges(fixture, nginx)
    }
    let p50 = (Statistics.median(ours), Statistics.median(theirs))
    return [
      Figure("changes", Double(ours.count)),
      Figure("ratio", p50.0 / p50.1),
      Figure("keystileP50Milliseconds", p50.0),
      Figure("keystileP99Milliseconds", Statistics.percentile(99, of: ours)),
      Figure("nginxP50Milliseconds", p50.1),
      Figure("nginxP99Milliseconds", Statistics.percentile(99, of: theirs)),
    ]
  }

  private static func gatewayChanges(
    _ fixture: GatewayFixture, _ gateway: KeystileServer
  ) throws -> [Double] {
    let workspace = try Workspace.open(at: fixture.folder)
    guard let key = workspace.state.keys.values.first,
      let port = gateway.url.split(separator: ":").last.flatMap({ UInt16($0) })
    else { throw BenchmarkError("the workspace has no keys") }
    let probe = HTTPProbe(port: port, path: fixture.path, key: key.value)
    return try switching(probe) { isEnabled in
      let patch = PatchOperation.replace("/enabled", String(isEnabled))
      _ = try workspace.submitDurably(
        .updateApiKey(Command.UpdateApiKey(apiKey: key.id, patchOperations: [patch])),
        actor: Actor("benchmark"), surface: .cli)
    }
  }

  private static func nginxChanges(
    _ fixture: GatewayFixture, _ nginx: NginxServer
  ) throws -> [Double] {
    guard let value = fixture.keyValues.first else { return [] }
    let probe = HTTPProbe(port: nginx.port, path: fixture.path, key: value)
    return try switching(probe) { isEnabled in
      try nginx.reload(
        keyValues: isEnabled ? fixture.keyValues : Array(fixture.keyValues.dropFirst()))
    }
  }

  /// Switches a key off and on, and measures each time until an answer shows it, in milliseconds.
  private static func switching(
    _ probe: HTTPProbe, change: (_ isEnabled: Bool) throws -> Void
  ) throws -> [Double] {
    guard try probe.status() == 200 else { throw BenchmarkError("the key does not work") }
    return try (1...changes).map { number in
      let isEnabled = number.isMultiple(of: 2)
      return try Stopwatch.microseconds {
        try change(isEnabled)
        for _ in 1...questionLimit where try probe.status() == (isEnabled ? 200 : 403) { return }
        throw BenchmarkError("the change never showed")
      } / 1_000
    }
  }
}
