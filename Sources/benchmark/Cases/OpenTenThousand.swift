import GatewayModel
import Workspace

extension BenchmarkCase {
  /// The keys in the workspace.
  private static let keys = 10_000

  /// How long a workspace with ten thousand keys takes to open, from a checkpoint and line by line.
  static let openTenThousand = BenchmarkCase(
    name: "open-10k",
    summary: "opening a workspace of 10,000 keys, each made by a line of its own",
    defaultRuns: 9
  ) { context in
    let folder = "\(context.directory)/workspace"
    try fill(folder)
    let replayed = try openings(of: folder, runs: context.runs)
    try Workspace.open(at: folder).checkpoint()
    let checkpointed = try openings(of: folder, runs: context.runs)
    return [
      Figure("keys", Double(keys)),
      Figure("checkpointMilliseconds", Statistics.median(checkpointed)),
      Figure("replayMilliseconds", Statistics.median(replayed)),
    ]
  }

  private static func fill(_ folder: String) throws {
    let workspace = try Workspace.open(at: folder)
    var last: Receipt?
    for number in 1...keys {
      let input = Command.CreateApiKey(name: "customer \(number)", enabled: true)
      last = try workspace.submit(
        .createApiKey(input), actor: Actor("benchmark"), surface: .cli)
    }
    try last?.sync()
  }

  private static func openings(of folder: String, runs: Int) throws -> [Double] {
    try (1...runs).map { _ in
      var count = 0
      let elapsed = try Stopwatch.microseconds {
        count = try Workspace.open(at: folder).state.keys.count
      }
      guard count == keys else { throw BenchmarkError("\(count) keys were found") }
      return elapsed / 1_000
    }
  }
}
