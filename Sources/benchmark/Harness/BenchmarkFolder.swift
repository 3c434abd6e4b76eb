import Foundation

/// A folder that exists while a case runs.
enum BenchmarkFolder {
  /// Runs `body` with a fresh folder of mode 0700 in `parent`, and removes it.
  static func with<Value>(in parent: String, _ body: (String) throws -> Value) throws -> Value {
    let path = "\(parent)/keystile-benchmark-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // What is left behind is in a temporary folder, and named after its owner.
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }
}
