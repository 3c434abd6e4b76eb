import Foundation

/// The product, as it was built with this program.
enum BuiltProgram {
  /// Where `keystile` is.
  ///
  /// - Throws: How to build it.
  static func keystile() throws -> String {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let path = own.deletingLastPathComponent().appendingPathComponent("keystile").path
    guard access(path, X_OK) == 0 else {
      throw BenchmarkError(
        "\(path) is not there: swift build -c release --product keystile builds it")
    }
    return path
  }
}
