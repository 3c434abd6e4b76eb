import Foundation

/// The programs of this package, as they were built with the tests.
public enum BuiltProgram {
  /// The path of a program by its name.
  public static func path(_ name: String) -> String {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent(name).path
  }
}
