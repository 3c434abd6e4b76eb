import Glibc

/// The two processors of a load test: what is measured has one to itself, what loads it the other.
enum Processor: Int {
  case measured = 0
  case load = 1

  /// A command line that runs `arguments` on this processor only.
  ///
  /// - Throws: Why nothing can be pinned here.
  func pinning(_ arguments: [String]) throws -> [String] {
    guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else {
      throw BenchmarkError("a load test takes two processors")
    }
    return [try ExternalProgram.taskset.path(), "-c", "\(rawValue)"] + arguments
  }
}
