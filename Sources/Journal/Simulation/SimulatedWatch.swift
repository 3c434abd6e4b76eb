import Synchronization

/// A watch over a simulated file system: any change counts.
final class SimulatedWatch: ChangeWatch {
  let descriptor: Int32 = -1
  private let fileSystem: SimulatedFileSystem
  private let seenChanges: Atomic<Int>

  init(fileSystem: SimulatedFileSystem, seenChanges: Int) {
    self.fileSystem = fileSystem
    self.seenChanges = Atomic(seenChanges)
  }

  func drain() throws(SystemCallError) -> Bool {
    let changes = try fileSystem.access { disk throws(SystemCallError) in
      try disk.begin("read", "inotify")
      return disk.changeCount
    }
    return seenChanges.exchange(changes, ordering: .relaxed) != changes
  }
}
