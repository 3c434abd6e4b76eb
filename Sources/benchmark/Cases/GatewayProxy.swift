import GatewayModel

extension BenchmarkCase {
  /// The answer of the backend.
  private static let backendBody = "{\"from\": \"the backend\", \"ok\": true}"

  /// The gateway before an HTTP backend, against nginx before the same one.
  static let gatewayProxy = BenchmarkCase(
    name: "gateway-proxy",
    summary:
      "the same checks before an HTTP backend, against nginx's proxy_pass with kept connections",
    defaultRuns: 5
  ) { context in
    let backend = try NginxServer(
      folder: "\(context.directory)/backend", task: .answer(body: backendBody), keyValues: nil,
      processor: .load)
    let fixture = try GatewayFixture(
      folder: "\(context.directory)/workspace", backend: .proxy(url: "\(backend.url)/orders"))
    let gateway = try KeystileServer(workspace: fixture.folder)
    let nginx = try NginxServer(
      folder: "\(context.directory)/nginx", task: .proxy(port: backend.port),
      keyValues: fixture.keyValues)
    return try LoadComparison(gateway, against: nginx, fixture: fixture, folder: context.directory)
      .figures(context)
  }
}
