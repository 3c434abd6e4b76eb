import AdminCLI
import Foundation

/// The demonstration's workspace folder, which goes when the demonstration ends.
///
/// A folder is held by a lock; one that a killed demonstration left behind has none and goes when the next
/// one starts.
final class DemoFolder {
  let path: String
  private let lock: Int32

  init() throws {
    Self.removeAbandoned()
    var template = Array("\(Self.base)/\(Self.prefix)\(Self.blanks)".utf8CString)
    guard let made = template.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) else {
      throw ProgramError(
        .unavailable, "no folder can be made in \(Self.base)", remedy: "TMPDIR=DIR keystile demo")
    }
    path = String(cString: made)
    lock = open("\(path)/demo", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    flock(lock, LOCK_EX | LOCK_NB)
  }

  deinit {
    // What cannot be removed here is removed by the next demonstration.
    try? FileManager.default.removeItem(atPath: path)
    close(lock)
  }

  private static let prefix = "keystile-demo-"
  /// What `mkdtemp` replaces.
  private static let blanks = String(repeating: "X", count: 6)
  private static var base: String {
    let folder = NSTemporaryDirectory()
    return folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  private static func removeAbandoned() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let file = open("\(base)/\(name)/demo", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { continue }
      defer { close(file) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else { continue }
      try? FileManager.default.removeItem(atPath: "\(base)/\(name)")
    }
  }
}
