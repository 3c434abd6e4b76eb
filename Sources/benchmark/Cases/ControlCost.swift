import Foundation
import GatewayModel

extension BenchmarkCase {
  /// The rate of changes beside the gateway's requests: ten times what Terraform makes with its standard
  /// parallelism of ten over a network, as far as the account's 10,000 keys go.
  private static let changesPerSecond = 100

  /// What the gateway loses while the control plane is busy.
  static let controlCost = BenchmarkCase(
    name: "control-cost",
    summary:
      "the gateway's requests a second with and without 100 signed CreateApiKey a second over "
      + "8 connections, in turn",
    defaultRuns: 5
  ) { context in
    let fixture = try GatewayFixture(
      folder: "\(context.directory)/workspace",
      backend: .mock(status: 200, body: GatewayFixture.body), keyCount: 5_000)
    let server = try KeystileServer(workspace: fixture.folder, hasControl: true)
    let requests = try server.controlRequests()
    let generator = try LoadGenerator(folder: context.directory, keyValues: fixture.keyValues)
    let load = { () throws -> Double in
      try generator.run(server.url + fixture.path, seconds: context.seconds).perSecond
    }
    _ = try load()
    var alone: [Double] = []
    var beside: [Double] = []
    var changes = 0
    for round in 0..<context.runs {
      if round.isMultiple(of: 2) { alone.append(try load()) }
      let steady = SteadyControlLoad(requests, perSecond: changesPerSecond, round: round)
      let rate = Result { try load() }
      changes += try steady.stop()
      beside.append(try rate.get())
      if !round.isMultiple(of: 2) { alone.append(try load()) }
    }
    let costs = zip(beside, alone).map { 100 * (1 - $0 / $1) }
    return [
      Figure("costPercent", Statistics.median(costs)), Figure("costPercentMost", costs.max() ?? 0),
      Figure("aloneRequestsPerSecond", Statistics.median(alone).rounded()),
      Figure("besideRequestsPerSecond", Statistics.median(beside).rounded()),
      Figure(
        "changesPerSecond", Double(changes) / Double(context.runs * context.seconds)),
    ]
  }
}
