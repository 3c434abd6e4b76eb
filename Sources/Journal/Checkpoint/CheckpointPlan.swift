import CSystem

/// The right to write a checkpoint of the state at one place in the journal.
///
/// Sendable, so that a large state can be written by another thread than the journal's. A
/// checkpoint is a cache: without it, opening takes longer, and nothing is lost.
public struct CheckpointPlan: Sendable {
  /// The last record the checkpoint must include.
  public var head: JournalHead { mark.head }

  let place: Workplace
  let mark: CheckpointMark

  /// Writes the checkpoint aside, verifies it by reading it back, puts it in place and removes
  /// all but the newest ``JournalLimits/checkpointsKept``.
  ///
  /// - Parameter body: hands the lines over. When it throws, nothing is left behind.
  /// - Throws: what `body` throws, or a ``JournalError``.
  /// - Complexity: O(*n*) in the bytes written.
  public func write(_ body: (CheckpointWriter) throws -> Void) throws {
    let writer = CheckpointWriter()
    let name = "\(LineText.sixteenDigits(head.sequence)).ck"
    let draft = draftName
    try removeDraft(draft)
    do {
      let file = try journalCall("make the checkpoint \(draft)") { () throws(SystemCallError) in
        try place.checkpoints.open(draft, .createNew)
      }
      writer.file = file
      try body(writer)
      try writer.finish(mark)
      _ = try CheckpointReader(file: file, journal: mark.journal)
      try place.syncCall("sync the checkpoint") { () throws(SystemCallError) in try file.sync() }
      try journalCall("put the checkpoint in place") { () throws(SystemCallError) in
        try place.checkpoints.rename(draft, to: name)
      }
      try place.syncCall("sync the checkpoint folder") { () throws(SystemCallError) in
        try place.checkpoints.sync()
      }
    } catch {
      try? removeDraft(draft)
      throw error
    }
    try removeOld()
  }

  /// A name no other process uses at the same time.
  private var draftName: String {
    var holder = place.fileSystem.processDescription
    let tag = holder.withUTF8 { ks_crc32c(0, $0.baseAddress, $0.count) }
    return "\(LineText.sixteenDigits(head.sequence))-\(String(tag, radix: 16)).tmp"
  }

  private func removeDraft(_ name: String) throws(JournalError) {
    do throws(SystemCallError) {
      try place.checkpoints.remove(name)
    } catch  where error.isMissing {
      return
    } catch {
      throw JournalError(error, "remove a left-over checkpoint draft")
    }
  }

  /// Removes checkpoints beyond those kept, and drafts of places before the oldest kept.
  private func removeOld() throws(JournalError) {
    let names = try place.names(in: place.checkpoints)
    let kept = names.filter { $0.hasSuffix(".ck") }.suffix(JournalLimits.checkpointsKept)
    guard let oldest = kept.first else { return }
    for name in names where name < oldest && (name.hasSuffix(".ck") || name.hasSuffix(".tmp")) {
      try removeDraft(name)
    }
  }
}
