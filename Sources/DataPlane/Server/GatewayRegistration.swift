import CSystem
import Glibc

/// Says in the workspace's folder that a gateway is running, and where, for consoles to show.
///
/// One file a gateway, locked as long as it runs: the lock goes with the process, however it ends, so a
/// file without one is an old one.
public final class GatewayRegistration {
  private let path: String
  private let descriptor: Int32

  /// Registers a gateway; nil if the folder cannot be written, which is no reason not to serve.
  init?(workspaceDirectory: String, url: String) {
    let folder = Self.folder(of: workspaceDirectory)
    mkdir(folder, 0o700)
    path = "\(folder)/gateway-\(getpid())"
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    let bytes = Array(url.utf8)
    _ = write(descriptor, bytes, bytes.count)
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
      guard name.hasPrefix("gateway-"), let url = url(at: "\(folder)/\(name)") else { continue }
      found.append(url)
    }
    return found.sorted()
  }

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
