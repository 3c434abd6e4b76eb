import Glibc

/// The state of a simulated file system. Numbers stand for files and directories; 0 is the root.
struct SimulatedDisk {
  /// Owner and mode.
  struct Attributes {
    var owner: UInt32 = 1000
    var modeBits: UInt32
  }

  var files: [Int: SimulatedContent] = [:]
  var directories: [Int: SimulatedEntries] = [0: SimulatedEntries()]
  var attributes: [Int: Attributes] = [0: Attributes(modeBits: 0o700)]
  /// The open file that holds each file's lock.
  var locks: [Int: Int] = [:]
  var isRemote = false
  var callCount = 0
  var changeCount = 0
  var fault: SimulatedFault?
  var faultedCall: String?
  var hasLostPower = false
  private var faultedName: String?
  private var lastInode = 0
  private var lastHandle = 0

  /// Counts a call, and fails it when its turn has come.
  ///
  /// - Returns: whether a write is to fall short.
  @discardableResult
  mutating func begin(_ call: String, _ path: String) throws(SystemCallError) -> Bool {
    callCount += 1
    if hasLostPower { throw SystemCallError(call: call, path: path, number: EIO) }
    guard let fault else { return false }
    if faultedCall == nil {
      guard fault.callsBefore == 0 else {
        self.fault?.callsBefore -= 1
        return false
      }
      faultedCall = "\(call) \(path)"
      faultedName = call
    } else if !fault.lasts || call != faultedName {
      return false
    }
    switch fault.kind {
    case .error(let number): throw SystemCallError(call: call, path: path, number: number)
    case .shortWrite: return call == "pwrite"
    case .powerCut:
      hasLostPower = true
      throw SystemCallError(call: call, path: path, number: EIO)
    }
  }

  /// Begins a sync; when it fails, `lose` says what gets lost.
  mutating func beginSync(
    _ call: String, _ path: String, lose: (inout SimulatedDisk) -> Void
  ) throws(SystemCallError) {
    do throws(SystemCallError) {
      try begin(call, path)
    } catch {
      if !hasLostPower { lose(&self) }
      throw error
    }
  }

  mutating func newHandle() -> Int {
    lastHandle += 1
    return lastHandle
  }

  private mutating func newInode(modeBits: UInt32) -> Int {
    lastInode += 1
    attributes[lastInode] = Attributes(modeBits: modeBits)
    return lastInode
  }

  mutating func makeFile(_ name: String, in directory: Int) -> Int {
    let inode = newInode(modeBits: 0o600)
    files[inode] = SimulatedContent()
    change(directory, .init(added: (name, inode)))
    return inode
  }

  mutating func makeDirectory(
    _ name: String, in directory: Int, path: String
  ) throws(SystemCallError) {
    guard directories[directory]?.current[name] == nil else {
      throw SystemCallError(call: "mkdir", path: path, number: EEXIST)
    }
    let inode = newInode(modeBits: 0o700)
    directories[inode] = SimulatedEntries()
    change(directory, .init(added: (name, inode)))
  }

  mutating func change(_ directory: Int, _ change: SimulatedEntries.Change) {
    directories[directory]?.apply(change)
    changeCount += 1
  }

  mutating func change(_ file: Int, _ change: SimulatedContent.Change) {
    files[file]?.apply(change)
    changeCount += 1
  }

  func status(of inode: Int) -> FileStatus {
    let attributes = attributes[inode] ?? Attributes(modeBits: 0)
    let links = directories.values.reduce(0) { count, entries in
      count + entries.current.values.count { $0 == inode }
    }
    return FileStatus(
      kind: files[inode] != nil ? .file : directories[inode] != nil ? .directory : .other,
      sizeBytes: Int64(files[inode]?.current.count ?? 0), modeBits: attributes.modeBits,
      owner: attributes.owner, linkCount: UInt64(links))
  }
}

extension SimulatedDisk {
  /// The parent's path and the last component.
  static func split(_ path: String) -> (parent: String, name: String) {
    let parts = path.split(separator: "/")
    return ("/" + parts.dropLast().joined(separator: "/"), String(parts.last ?? ""))
  }

  func inode(at path: String) -> Int? {
    var inode = 0
    for name in path.split(separator: "/") {
      guard let next = directories[inode]?.current[String(name)] else { return nil }
      inode = next
    }
    return inode
  }

  func directory(at path: String) throws(SystemCallError) -> Int {
    guard let inode = inode(at: path) else {
      throw SystemCallError(call: "open", path: path, number: ENOENT)
    }
    guard directories[inode] != nil else {
      throw SystemCallError(call: "open", path: path, number: ENOTDIR)
    }
    return inode
  }

  func filePaths(of directory: Int = 0, under path: String = "") -> [String] {
    let names = (directories[directory]?.current ?? [:]).sorted { $0.key < $1.key }
    return names.flatMap { name, inode in
      files[inode] != nil
        ? ["\(path)/\(name)"] : filePaths(of: inode, under: "\(path)/\(name)")
    }
  }

  /// Puts a file in place, durable.
  mutating func place(_ bytes: [UInt8], at path: String) {
    let (parent, name) = Self.split(path)
    guard let directory = inode(at: parent) else { return }
    let inode = directories[directory]?.current[name] ?? makeFile(name, in: directory)
    files[inode] = SimulatedContent(bytes)
    directories[directory]?.sync()
  }

  /// Takes a file away, durably.
  mutating func takeAway(_ path: String) {
    let (parent, name) = Self.split(path)
    guard let directory = inode(at: parent) else { return }
    change(directory, .init(removed: name))
    directories[directory]?.sync()
  }

  /// A disk that holds what programs see, durable and without open files.
  func settled() -> SimulatedDisk {
    var disk = fresh()
    disk.files = files.mapValues { SimulatedContent($0.current) }
    disk.directories = directories.mapValues { SimulatedEntries($0.current) }
    return disk
  }

  func afterPowerCut(choosing choices: inout some CrashChoices) -> SimulatedDisk {
    var disk = fresh()
    for (inode, content) in files.sorted(by: { $0.key < $1.key }) {
      disk.files[inode] = SimulatedContent(content.afterPowerCut(choosing: &choices))
    }
    for (inode, entries) in directories.sorted(by: { $0.key < $1.key }) {
      disk.directories[inode] = SimulatedEntries(entries.afterPowerCut(choosing: &choices))
    }
    return disk
  }

  private func fresh() -> SimulatedDisk {
    var disk = SimulatedDisk()
    disk.attributes = attributes
    disk.isRemote = isRemote
    disk.lastInode = lastInode
    return disk
  }
}
