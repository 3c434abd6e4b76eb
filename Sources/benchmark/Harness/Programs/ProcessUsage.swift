import Foundation

/// What a process and its children have used.
struct ProcessUsage {
  /// Time on a processor, in user and kernel mode, in microseconds.
  let processorMicroseconds: Double
  /// Memory that is there, of the process alone, in MiB.
  let residentMebibytes: Double

  /// Reads the usage of a process that runs.
  init(of process: Int32) {
    processorMicroseconds = Self.processorMicroseconds(of: process)
    let pages = Self.read("/proc/\(process)/statm").split(separator: " ").dropFirst().first
    let bytes = (pages.flatMap { Double($0) } ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE)))
    residentMebibytes = bytes / 1_048_576
  }

  /// Source: proc(5), `/proc/pid/schedstat` per thread, whose first number is nanoseconds.
  private static func processorMicroseconds(of process: Int32) -> Double {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return threads.reduce(0) { sum, thread in
      let own = read("\(folder)/\(thread)/schedstat").split(separator: " ").first
      let children = read("\(folder)/\(thread)/children").split(separator: " ")
      return children.compactMap { Int32($0) }.reduce(
        sum + (own.flatMap { Double($0) } ?? 0) / 1_000
      ) { $0 + processorMicroseconds(of: $1) }
    }
  }

  private static func read(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }
}
