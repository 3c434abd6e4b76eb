extension BenchmarkCase {
  /// Keys that one measurement makes here.
  private static let keysMade = 8_000
  /// Keys that one measurement makes in moto, which is slower.
  private static let keysMadeByMoto = 800

  /// Keys made through the control plane, each on the disk before its answer, against moto.
  static let controlCreate = BenchmarkCase(
    name: "control-create",
    summary: "CreateApiKey, signed, over 8 kept connections, each write synced before its answer, "
      + "against moto_server, which keeps it in memory",
    defaultRuns: 5
  ) { context in
    let moto = try MotoServer(folder: "\(context.directory)/moto")
    _ = try creations(200, moto.requests, round: -1)
    var ours: [ControlLoad.Result] = []
    var theirs: [ControlLoad.Result] = []
    for round in 0..<context.runs {
      // A workspace of its own: keys are limited as API Gateway limits them.
      let server = try KeystileServer(
        workspace: "\(context.directory)/workspace-\(round)", hasControl: true)
      let requests = try server.controlRequests()
      _ = try creations(200, requests, round: -1)
      if round.isMultiple(of: 2) { ours.append(try creations(keysMade, requests, round: round)) }
      theirs.append(try creations(keysMadeByMoto, moto.requests, round: round))
      if !round.isMultiple(of: 2) { ours.append(try creations(keysMade, requests, round: round)) }
      server.stop()
    }
    let ratios = zip(ours, theirs).map { $0.perSecond / $1.perSecond }
    return [
      Figure("ratio", Statistics.median(ratios)), Figure("ratioLeast", ratios.min() ?? 0),
      Figure("keystileRequestsPerSecond", Statistics.median(ours.map(\.perSecond)).rounded()),
      Figure("keystileP50Milliseconds", Statistics.median(ours.map(\.p50Milliseconds))),
      Figure("keystileP99Milliseconds", Statistics.median(ours.map(\.p99Milliseconds))),
      Figure("motoRequestsPerSecond", Statistics.median(theirs.map(\.perSecond)).rounded()),
      Figure("motoP50Milliseconds", Statistics.median(theirs.map(\.p50Milliseconds))),
      Figure("motoP99Milliseconds", Statistics.median(theirs.map(\.p99Milliseconds))),
    ]
  }

  private static func creations(
    _ count: Int, _ requests: ControlRequests, round: Int
  ) throws -> ControlLoad.Result {
    try ControlLoad.run(
      (0..<count).map { requests.creation(of: "key \(round)-\($0)") }, to: requests.port,
      status: 201)
  }
}
