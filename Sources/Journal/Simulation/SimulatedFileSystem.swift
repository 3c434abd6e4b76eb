import Synchronization

/// A file system in memory whose calls can fail and whose power can be cut.
///
/// It keeps apart what programs see and what a power cut would leave: writes, new names and renames
/// wait until the file or directory they belong to is synced. At any moment
/// ``afterPowerCut(choosing:)`` gives one of the states a real disk could be in then. A sync that
/// fails loses what it was to make durable, as Linux does, and says so once per open file; a later
/// sync of the same file succeeds and does not bring it back.
public final class SimulatedFileSystem: FileSystem {
  /// The user the process acts as.
  public let userID: UInt32 = 1000
  /// `the simulated process`.
  public let processDescription = "the simulated process"

  let disk: Mutex<SimulatedDisk>

  /// An empty disk.
  public convenience init() {
    self.init(disk: SimulatedDisk())
  }

  init(disk: SimulatedDisk) {
    self.disk = Mutex(disk)
  }

  /// Opens a directory by its absolute path.
  public func openDirectory(_ path: String) throws(SystemCallError) -> any StorageDirectory {
    let inode = try access { disk throws(SystemCallError) in
      try disk.begin("open", path)
      return try disk.directory(at: path)
    }
    return SimulatedDirectory(fileSystem: self, inode: inode, path: path)
  }

  /// Makes a directory whose parent exists.
  public func makeDirectory(_ path: String) throws(SystemCallError) {
    let (parent, name) = SimulatedDisk.split(path)
    try access { disk throws(SystemCallError) in
      try disk.begin("mkdir", path)
      try disk.makeDirectory(name, in: try disk.directory(at: parent), path: path)
    }
  }

  /// Makes the name of a directory durable.
  public func syncParent(of path: String) throws(SystemCallError) {
    let (parent, _) = SimulatedDisk.split(path)
    try access { disk throws(SystemCallError) in
      let inode = try disk.directory(at: parent)
      try disk.begin("fsync", path)
      disk.directories[inode]?.sync()
    }
  }

  /// A watch that counts changes; it has no descriptor.
  public func watch(
    _ directories: [(directory: any StorageDirectory, includesWrites: Bool)]
  ) throws(SystemCallError) -> any ChangeWatch {
    let path = directories.first?.directory.path ?? ""
    let changes = try access { disk throws(SystemCallError) in
      try disk.begin("inotify_add_watch", path)
      return disk.changeCount
    }
    return SimulatedWatch(fileSystem: self, seenChanges: changes)
  }

  func access<Value: Sendable>(
    _ body: (inout SimulatedDisk) throws(SystemCallError) -> Value
  ) throws(SystemCallError) -> Value {
    let result = disk.withLock { disk in
      Result { () throws(SystemCallError) in try body(&disk) }
    }
    return try result.get()
  }
}

extension SimulatedFileSystem {
  /// The calls made so far.
  public var callCount: Int { disk.withLock { $0.callCount } }

  /// The call that the fault hit, by name and path; nil when none was reached.
  public var faultedCall: String? { disk.withLock { $0.faultedCall } }

  /// The failure to come.
  public var fault: SimulatedFault? {
    get { disk.withLock { $0.fault } }
    set {
      disk.withLock { disk in
        disk.fault = newValue
        disk.faultedCall = nil
        disk.hasLostPower = false
      }
    }
  }

  /// Whether the file system claims to be a remote one.
  public var isRemote: Bool {
    get { disk.withLock { $0.isRemote } }
    set { disk.withLock { $0.isRemote = newValue } }
  }

  /// An independent disk that holds what programs see now, all of it durable.
  public func copy() -> SimulatedFileSystem {
    SimulatedFileSystem(disk: disk.withLock { $0.settled() })
  }

  /// One of the disks that a power cut at this moment could leave.
  ///
  /// - Parameter choices: decides what reached the disk.
  public func afterPowerCut(choosing choices: inout some CrashChoices) -> SimulatedFileSystem {
    let now = disk.withLock { $0 }
    return SimulatedFileSystem(disk: now.afterPowerCut(choosing: &choices))
  }

  /// The paths of all files, sorted.
  public var filePaths: [String] { disk.withLock { $0.filePaths() } }

  /// What a program would read from a file; nil when there is none.
  public func contents(of path: String) -> [UInt8]? {
    disk.withLock { disk in disk.inode(at: path).flatMap { disk.files[$0]?.current } }
  }

  /// Puts a file in place from outside: durable, whatever was there before, and not a call.
  public func setContents(_ bytes: [UInt8], of path: String) {
    disk.withLock { $0.place(bytes, at: path) }
  }

  /// Takes a file away from outside.
  public func removeFile(_ path: String) {
    disk.withLock { $0.takeAway(path) }
  }

  /// Changes owner and mode of a file or directory from outside.
  public func setOwner(_ owner: UInt32, modeBits: UInt32, of path: String) {
    disk.withLock { disk in
      guard let inode = disk.inode(at: path) else { return }
      disk.attributes[inode] = SimulatedDisk.Attributes(owner: owner, modeBits: modeBits)
    }
  }
}
