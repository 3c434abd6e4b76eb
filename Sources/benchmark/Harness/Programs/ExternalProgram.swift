import Foundation

/// A program of the operating system that a case measures against or with.
enum ExternalProgram: String {
  case git
  case nginx
  case taskset
  case tig
  case wrk

  /// The Debian package that has it.
  private var package: String { self == .taskset ? "util-linux" : rawValue }

  /// Where it is.
  ///
  /// - Throws: Which package to install.
  func path() throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for folder in folders.map(String.init) + ["/usr/bin", "/usr/sbin"] {
      let path = "\(folder)/\(rawValue)"
      if access(path, X_OK) == 0 { return path }
    }
    throw BenchmarkError("\(rawValue) is not installed: apt-get install \(package)")
  }
}
