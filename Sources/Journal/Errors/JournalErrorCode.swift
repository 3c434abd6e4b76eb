/// Every kind of failure the journal reports.
public enum JournalErrorCode: String, Sendable, Hashable, CaseIterable {
  /// There is no journal in the folder.
  case notFound
  /// The folder or a file in it belongs to someone else.
  case foreignOwner
  /// The folder or a file in it can be used by others.
  case unsafePermissions
  /// A symbolic link, or something that is neither file nor folder, stands in the way.
  case unsafeFile
  /// The folder is on a network or user-space file system.
  case remoteFileSystem
  /// The operating system denies access.
  case accessDenied
  /// The process has too many files open.
  case tooManyFiles
  /// Another process kept the lock for longer than the limit.
  case busy
  /// The journal was opened for reading, or lies on a read-only disk.
  case readOnly
  /// The disk or the quota is full.
  case noSpace
  /// The disk failed.
  case inputOutput
  /// A sync failed: whether the record is on disk is unknown, and nothing more is written.
  case syncFailed
  /// An earlier sync failed, here or in another process.
  case poisoned
  /// A record that may have been acknowledged is damaged.
  case damaged
  /// Records that are known to have been durable are gone from the end.
  case rolledBack
  /// What was already read is no longer what the files say.
  case rewritten
  /// A segment named by the manifest is missing, or does not fit its neighbour.
  case segmentMismatch
  /// The manifest is damaged or missing.
  case manifestDamaged
  /// The files were written by a newer version.
  case newerVersion
  /// The transaction is longer than a line may be.
  case lineTooLong
  /// A field handed over for a record is not of the right form.
  case invalidField
  /// A transaction of that name is already in the journal.
  case duplicateTransaction
  /// An append without having read everything that others wrote before.
  case notCaughtUp
  /// A checkpoint is damaged or belongs to another history.
  case checkpointDamaged

  /// How work goes on after damage, once its extent is known.
  static let wayOn =
    "keep this folder as it is, and go on with a copy of it from before the damage"

  /// What a person can do once the whole journal was read, which is all that other remedies ask for.
  var remedyAfterVerifying: String? {
    switch self {
    case .damaged, .segmentMismatch, .manifestDamaged: "\(Self.wayOn): keystile --workspace COPY"
    default: nil
    }
  }

  /// What a person can do, where the place of the failure does not know better.
  var remedy: String {
    switch self {
    case .notFound:
      "keystile api create NAME makes a workspace there; --workspace DIR names another folder"
    case .foreignOwner: "Run as the owner, or give the files to yourself with chown"
    case .unsafePermissions: "Take other users' access away: chmod -R go= on the folder"
    case .unsafeFile: "Name the real folder, and put the original file back in place of the link"
    case .remoteFileSystem:
      "Move the folder to a local disk, where locks and syncs can be relied on"
    case .accessDenied: "Check the owner and mode of the folder"
    case .tooManyFiles: "Close other programs or raise the limit of open files (ulimit -n)"
    case .busy: "Try again; if it lasts, look at the process that holds the lock"
    case .readOnly: "Open it for writing, or remount the disk read-write"
    case .noSpace: "Free disk space; nothing was written and reading goes on"
    case .inputOutput: "Check the disk (kernel log, SMART) and restore from a backup if it fails"
    case .syncFailed, .poisoned:
      "Check the disk, then open the workspace again: what was not synced is rewritten first"
    case .damaged, .segmentMismatch, .manifestDamaged:
      "keystile journal verify tells what is whole; then \(Self.wayOn)"
    case .rolledBack: "Restore the newer files; an old backup was probably put back"
    case .rewritten: "Open the workspace again and compare its head with one noted earlier"
    case .newerVersion: "Use at least the version of keystile that wrote it"
    case .lineTooLong: "Split the change into several transactions"
    case .invalidField: "Correct the value"
    case .duplicateTransaction: "Nothing is to be done: the first attempt is in the journal"
    case .notCaughtUp: "Catch up inside the lock before appending"
    case .checkpointDamaged: "Remove the file: it is a cache and is made again"
    }
  }
}
