import CSystem
import Glibc

/// Says in the workspace's folder that a gateway is running, and where, for consoles to show.
///
/// One file a gateway, locked as long as it runs: the lock goes with the process, however it ends, so a
/// file without one is an old one. It is made under another name and gets its own, which is never used
/// again, when it is locked and written: whoever deletes an old file cannot meet a new one.
public final class GatewayRegistration {
  private let path: String
  private let descriptor: Int32

  /// Registers a gateway; nil if the folder cannot be written, which is no reason not to serve.
  init?(workspaceDirectory: String, url: String) {
    let folder = Self.folder(of: workspaceDirectory)
    mkdir(folder, 0o700)
    let name = "\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 16))"
    let path = "\(folder)/\(Self.prefix)\(name)"
    let draft = "\(folder)/starting-\(name)"
    let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    let bytes = Array(url.utf8)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      write(descriptor, bytes, bytes.count) == bytes.count, rename(draft, path) == 0
    else {
      unlink(draft)
      close(descriptor)
      return nil
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// The addresses of the gateways that run on a workspace now, sorted.
  public static func running(in workspaceDirectory: String) -> [String] {
    let folder = folder(of: workspaceDirectory)
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory), found.count < limit {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), let url = url(at: "\(folder)/\(name)") else { continue }
      found.append(url)
    }
    return found.sorted()
  }

  private static let prefix = "gateway-"
  /// Gateways shown at once.
  private static let limit = 16

  private static func folder(of workspaceDirectory: String) -> String {
    "\(workspaceDirectory)/run"
  }

  /// The address in a file whose gateway still holds it.
  private static func url(at path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else {
      unlink(path)
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
