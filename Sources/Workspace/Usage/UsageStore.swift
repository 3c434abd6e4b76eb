public import GatewayModel
internal import Synchronization

/// The usage of a workspace: quota counters and daily counters in mapped files, read and written by any
/// number of processes at once.
///
/// Opening makes nothing: files appear when the first request is counted, and a workspace that never
/// served reads as zeros. Nothing is lost when a process is killed, since the counters are the system's
/// memory, not the process's; `flush` bounds what a power cut can take.
/// The layout of the files: `Usage.md` in this target's documentation.
public final class UsageStore: Sendable {
  /// The usage folder of a workspace.
  public let path: String
  private let files: Mutex<UsageFiles>
  private let failure = Mutex<UsageError?>(nil)

  /// The usage of a workspace.
  ///
  /// - Parameter workspacePath: The workspace's folder.
  public init(workspacePath: String) {
    path = "\(workspacePath)/usage"
    files = Mutex(UsageFiles(path: path))
  }

  /// What last kept something from being counted; nil if nothing has.
  public var lastFailure: UsageError? { failure.withLock { $0 } }

  /// Meters for a gateway's thread.
  ///
  /// - Throws: When the files cannot be made or are damaged: better known at the start than when the
  ///   first request with a quota is refused for it.
  public func makeMeters() throws(UsageError) -> MappedMeters {
    let quotas = try withFiles { files throws(UsageError) in try files.quotaFile() }
    return MappedMeters(store: self, quotas: quotas)
  }

  /// Writes to the disk what was counted.
  ///
  /// Called once a second by a thread that may wait; then a power cut takes at most the last second.
  public func flush() throws(UsageError) {
    let (identities, written) = try withFiles { files throws(UsageError) in
      (try files.identitiesToSync(), files.writtenFiles())
    }
    try identities?.sync()
    for file in written { try file.sync() }
  }

  /// Deletes the days that are kept no longer.
  ///
  /// - Parameter today: The UTC day.
  /// - Returns: How many days went.
  @discardableResult
  public func removeExpiredDays(today: CalendarDay) throws(UsageError) -> Int {
    try withFiles { files throws(UsageError) in
      let expired = try files.daysOnDisk()
        .filter { $0.number <= today.number - UsageLimits.retentionDays }
      for day in expired { try files.removeDay(day) }
      return expired.count
    }
  }

  func withFiles<Result: Sendable>(
    _ body: (inout UsageFiles) throws(UsageError) -> Result
  ) throws(UsageError) -> Result {
    try files.withLock { files throws(UsageError) in try body(&files) }
  }

  func note(_ failure: UsageError) {
    self.failure.withLock { $0 = failure }
  }
}
