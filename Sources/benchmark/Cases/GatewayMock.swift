import Enforcement
import Foundation
import GatewayModel
import Workspace

extension BenchmarkCase {
  /// The gateway with everything on, against nginx that looks a key up and returns.
  static let gatewayMock = BenchmarkCase(
    name: "gateway-mock",
    summary: "key, plan, quota, throttle, counting and ring before a mock, against nginx's return",
    defaultRuns: 5
  ) { context in
    let fixture = try GatewayFixture(
      folder: "\(context.directory)/workspace",
      backend: .mock(status: 200, body: GatewayFixture.body))
    let gateway = try KeystileServer(workspace: fixture.folder)
    let nginx = try NginxServer(
      folder: "\(context.directory)/nginx", task: .answer(body: GatewayFixture.body),
      keyValues: fixture.keyValues)
    let comparison = try LoadComparison(
      gateway, against: nginx, fixture: fixture, folder: context.directory)
    let figures = try comparison.figures(context)
    return figures + [Figure("countedRequests", try counted(in: fixture.folder))]
  }

  /// What the usage table says was served: the proof that counting was on.
  private static func counted(in workspace: String) throws -> Double {
    let day = Timestamp(seconds: Int64(Date().timeIntervalSince1970)).day
    let counts = try UsageStore(workspacePath: workspace).counts(on: day)
    let served = counts.values.reduce(0) { $0 + Double($1[.served]) }
    guard served > 0 else { throw BenchmarkError("the gateway counted nothing") }
    return served
  }
}
