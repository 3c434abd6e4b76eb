/// The same load on the gateway and on nginx, in turn.
struct LoadComparison {
  private struct Round {
    let load: LoadGenerator.Result
    let processorMicrosecondsPerRequest: Double
  }

  private let load: LoadGenerator
  private let gateway: KeystileServer
  private let nginx: NginxServer
  private let path: String

  init(
    _ gateway: KeystileServer, against nginx: NginxServer, fixture: GatewayFixture, folder: String
  ) throws {
    self.gateway = gateway
    self.nginx = nginx
    path = fixture.path
    load = try LoadGenerator(folder: folder, keyValues: fixture.keyValues)
  }

  /// Measures; who goes first changes from round to round.
  func figures(_ context: BenchmarkContext) throws -> [Figure] {
    _ = try ofGateway(seconds: 1)
    _ = try ofNginx(seconds: 1)
    var ours: [Round] = []
    var theirs: [Round] = []
    for number in 0..<context.runs {
      if number.isMultiple(of: 2) { ours.append(try ofGateway(seconds: context.seconds)) }
      theirs.append(try ofNginx(seconds: context.seconds))
      if !number.isMultiple(of: 2) { ours.append(try ofGateway(seconds: context.seconds)) }
    }
    let ratios = zip(ours, theirs).map { $0.load.perSecond / $1.load.perSecond }
    let costs = zip(ours, theirs).map {
      $0.processorMicrosecondsPerRequest / $1.processorMicrosecondsPerRequest
    }
    return [
      Figure("ratio", Statistics.median(ratios)),
      Figure("ratioLeast", ratios.min() ?? 0),
      Figure("ratioMost", ratios.max() ?? 0),
      Figure("processorRatio", Statistics.median(costs)),
    ] + figures(of: ours, prefix: "keystile") + figures(of: theirs, prefix: "nginx") + [
      Figure("keystileResidentMebibytes", gateway.usage.residentMebibytes)
    ]
  }

  private func figures(of rounds: [Round], prefix: String) -> [Figure] {
    func median(_ value: (Round) -> Double) -> Double { Statistics.median(rounds.map(value)) }
    return [
      Figure("\(prefix)RequestsPerSecond", median(\.load.perSecond).rounded()),
      Figure("\(prefix)P50Microseconds", median(\.load.p50Microseconds)),
      Figure("\(prefix)P99Microseconds", median(\.load.p99Microseconds)),
      Figure(
        "\(prefix)ProcessorMicrosecondsPerRequest", median(\.processorMicrosecondsPerRequest)),
    ]
  }

  private func ofGateway(seconds: Int) throws -> Round {
    try round(gateway.url, seconds: seconds) { gateway.usage }
  }

  private func ofNginx(seconds: Int) throws -> Round {
    try round(nginx.url, seconds: seconds) { nginx.usage }
  }

  private func round(
    _ url: String, seconds: Int, usage: () -> ProcessUsage
  ) throws -> Round {
    let before = usage().processorMicroseconds
    let result = try load.run(url + path, seconds: seconds)
    let used = usage().processorMicroseconds - before
    return Round(load: result, processorMicrosecondsPerRequest: used / result.requests)
  }
}
