import CSystem
import GatewayModel
import Workspace

extension BenchmarkCase {
  /// The changes one run makes.
  private static let changes = 200
  /// The length of a raw append, in bytes: that of the journal line of such a change.
  private static let lineBytes = 450

  /// What an acknowledged change costs above the least a durable append can: alternating runs of both
  /// on one disk.
  static let journalAppend = BenchmarkCase(
    name: "journal-append",
    summary: "an acknowledged change against a raw append and fdatasync on the same disk",
    defaultRuns: 9
  ) { context in
    let workspace = try Workspace.open(at: "\(context.directory)/workspace")
    let actor = Actor("benchmark")
    let made = try workspace.submitDurably(
      .createApiKey(Command.CreateApiKey(name: "benchmark", enabled: true)), actor: actor,
      surface: .cli)
    guard case .apiKey(let key) = made.subjects.first else {
      throw BenchmarkError("the key was not made")
    }
    var raw: [Double] = []
    var acknowledged: [Double] = []
    var slowest: [Double] = []
    let file = try RawFile(folder: context.directory)
    for _ in 1...context.runs {
      let plain = try (1...changes).map { _ in
        try Stopwatch.microseconds { try file.appendDurably(byteCount: lineBytes) }
      }
      let whole = try (1...changes).map { number in
        let patch = PatchOperation.replace("/description", "change \(number)")
        return try Stopwatch.microseconds {
          _ = try workspace.submitDurably(
            .updateApiKey(Command.UpdateApiKey(apiKey: key, patchOperations: [patch])),
            actor: actor, surface: .cli)
        }
      }
      raw.append(Statistics.median(plain))
      acknowledged.append(Statistics.median(whole))
      slowest.append(Statistics.percentile(99, of: whole))
    }
    let ratios = zip(acknowledged, raw).map { $0 / $1 }
    return [
      Figure("changesPerRun", Double(changes)),
      Figure("acknowledgedMicroseconds", Statistics.median(acknowledged)),
      Figure("acknowledgedP99Microseconds", Statistics.median(slowest)),
      Figure("rawMicroseconds", Statistics.median(raw)),
      Figure("ratio", Statistics.median(ratios)),
    ]
  }
}

/// A file that is only appended to, with nothing around it.
private final class RawFile {
  private let descriptor: Int32
  private var offset: Int64 = 0

  init(folder: String) throws {
    let directory = ks_directory_open(-100, folder)
    guard directory >= 0 else { throw BenchmarkError("cannot open \(folder): \(directory)") }
    defer { ks_file_close(directory) }
    descriptor = ks_file_open(directory, "raw", true, true)
    guard descriptor >= 0 else { throw BenchmarkError("cannot make a file: \(descriptor)") }
  }

  deinit {
    ks_file_close(descriptor)
  }

  func appendDurably(byteCount: Int) throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: byteCount)
    let count = ks_file_write(descriptor, bytes, byteCount, offset)
    guard count == byteCount, ks_file_sync_data(descriptor) == 0 else {
      throw BenchmarkError("the raw append failed")
    }
    offset += Int64(byteCount)
  }
}
