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

  /// By the process's own clock, which goes on when a thread of it ends.
  ///
  /// Source: clock_getcpuclockid(3); proc(5), `/proc/pid/task/tid/children`.
  private static func processorMicroseconds(of process: Int32) -> Double {
    var (clock, time) = (clockid_t(), timespec())
    if clock_getcpuclockid(process, &clock) == 0 { clock_gettime(clock, &time) }
    let own = Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    return read("/proc/\(process)/task/\(process)/children").split(separator: " ")
      .compactMap { Int32($0) }.reduce(own) { $0 + processorMicroseconds(of: $1) }
  }

  private static func read(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }
}
