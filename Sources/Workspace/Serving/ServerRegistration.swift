import CSystem
import Glibc

/// Says in the workspace's folder that a server is running, and where, for consoles and tools to find.
///
/// One file a server, locked as long as it runs: the lock goes with the process, however it ends, so a
/// file without one is an old one. It is made under another name and gets its own, which is never used
/// again, when it is locked and written: whoever deletes an old file cannot meet a new one.
public final class ServerRegistration {
  private let path: String
  private let descriptor: Int32
  private var addresses: ServerAddresses

  /// Registers a server; nil if the folder cannot be written, which is no reason not to serve.
  ///
  /// - Parameters:
  ///   - workspaceDirectory: The workspace's folder.
  ///   - addresses: Where the server listens.
  public init?(workspaceDirectory: String, addresses: ServerAddresses) {
    let folder = Self.folder(of: workspaceDirectory)
    mkdir(folder, 0o700)
    let name = "\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 16))"
    let path = "\(folder)/\(Self.prefix)\(name)"
    let draft = "\(folder)/starting-\(name)"
    let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.write(addresses, to: descriptor),
      rename(draft, path) == 0
    else {
      unlink(draft)
      close(descriptor)
      return nil
    }
    self.path = path
    self.descriptor = descriptor
    self.addresses = addresses
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Adds the control plane's address once it listens.
  public func add(control: String) {
    addresses.control = control
    _ = Self.write(addresses, to: descriptor)
  }

  /// The servers that run on a workspace now, by their gateways' addresses.
  ///
  /// - Parameter workspaceDirectory: The workspace's folder.
  public static func running(in workspaceDirectory: String) -> [ServerAddresses] {
    let folder = folder(of: workspaceDirectory)
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [ServerAddresses] = []
    while let entry = readdir(directory), found.count < limit {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), let addresses = read("\(folder)/\(name)") else { continue }
      found.append(addresses)
    }
    return found.sorted { $0.gateway < $1.gateway }
  }

  private static let prefix = "gateway-"
  /// Servers shown at once.
  private static let limit = 16
  /// The longest registration, in bytes.
  private static let limitBytes = 512

  private static func folder(of workspaceDirectory: String) -> String {
    "\(workspaceDirectory)/run"
  }

  /// A longer text follows a shorter one in place, so a reader sees whole addresses at any moment.
  private static func write(_ addresses: ServerAddresses, to descriptor: Int32) -> Bool {
    let bytes = Array(addresses.text.utf8)
    return pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
  }

  /// The addresses in a file whose server still holds it.
  private static func read(_ path: String) -> ServerAddresses? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else {
      unlink(path)
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: limitBytes)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? ServerAddresses(String(decoding: bytes[..<count], as: UTF8.self)) : nil
  }
}
