import Foundation
import GatewayModel
import Workspace

extension BenchmarkCase {
  /// Keys in the workspace.
  private static let keysPaged = 100_000
  /// Keys of a page.
  private static let pageKeys = 500
  /// How often each page is asked for in one run.
  private static let questions = 60

  /// A page of keys from among many, wherever it begins.
  static let controlPage = BenchmarkCase(
    name: "control-page",
    summary:
      "a page of 500 keys among 100,000 at the socket: the first, the middle and the last one",
    defaultRuns: 3
  ) { context in
    let folder = "\(context.directory)/workspace"
    try fillWithKeys(folder)
    let server = try KeystileServer(workspace: folder, isPinned: false, hasControl: true)
    let requests = try server.controlRequests()
    let connection = try ControlConnection(port: requests.port)
    let positions = try walk(requests, connection)
    let places = [("first", 0), ("middle", positions.count / 2), ("last", positions.count - 1)]
    var times: [String: [Double]] = [:]
    for _ in 1...(context.runs * questions) {
      for (name, place) in places {
        let request = requests.page(limit: pageKeys, position: positions[place])
        var status = 0
        let elapsed = try Stopwatch.microseconds {
          status = try connection.exchange(request).status
        }
        guard status == 200 else { throw BenchmarkError("a page was refused with \(status)") }
        times[name, default: []].append(elapsed / 1_000)
      }
    }
    return [Figure("keys", Double(keysPaged)), Figure("pages", Double(positions.count))]
      + places.flatMap { name, _ in
        [
          Figure("\(name)P50Milliseconds", Statistics.median(times[name] ?? [])),
          Figure("\(name)P99Milliseconds", Statistics.percentile(99, of: times[name] ?? [])),
        ]
      }
  }

  private static func fillWithKeys(_ folder: String) throws {
    var options = WorkspaceOptions()
    options.limits = AccountLimits(apiKeys: keysPaged)
    let workspace = try Workspace.open(at: folder, options: options)
    var last: Receipt?
    for number in 1...keysPaged {
      last = try workspace.submit(
        .createApiKey(Command.CreateApiKey(name: "customer \(number)", enabled: true)),
        actor: Actor("benchmark"), surface: .cli)
    }
    try last?.sync()
    try workspace.checkpoint()
  }

  /// Where every page begins; nil for the first.
  private static func walk(
    _ requests: ControlRequests, _ connection: ControlConnection
  ) throws -> [String?] {
    var positions: [String?] = [nil]
    while true {
      let last = positions[positions.count - 1]
      let body = try page(requests.page(limit: pageKeys, position: last), connection)
      guard let next = body["position"] as? String else { break }
      positions.append(next)
    }
    guard positions.count == keysPaged / pageKeys else {
      throw BenchmarkError("\(positions.count) pages were found")
    }
    return positions
  }

  private static func page(
    _ request: [UInt8], _ connection: ControlConnection
  ) throws -> [String: Any] {
    let answer = try connection.exchange(request)
    guard answer.status == 200,
      let body = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
    else { throw BenchmarkError("a page was refused with \(answer.status)") }
    return body
  }
}
