internal import GatewayModel
internal import Glibc

/// Why usage could not be read or counted.
public enum UsageError: Error, Sendable, Hashable {
  /// A system call failed, for example because the disk is full.
  case system(call: String, file: String, errno: Int32)
  /// A file is not what it should be; it is left as it is.
  case damaged(file: String, reason: String)
  /// All `UsageLimits.identities` are taken.
  case tooManyIdentities
  /// An id is longer than a record can hold.
  case identifierTooLong(String)
}

extension UsageError {
  /// What a person can do about it, without a full stop.
  public var remedy: String {
    switch self {
    case .system(_, let file, ENOSPC), .system(_, let file, EDQUOT):
      "Free space on the disk of \(file)"
    case .system(_, let file, _): "Check the disk, and owner and mode of \(file)"
    case .damaged(let file, _): Self.remedy(forDamaged: file)
    case .tooManyIdentities: "Delete keys and plans that are not used: keystile doctor"
    case .identifierTooLong: "Make the key or plan again, with an id of keystile's own"
    }
  }

  /// Counters mean nothing without the table of whose they are: the whole folder goes with it.
  private static func remedy(forDamaged file: String) -> String {
    let suffix = "/\(IdentityTable.fileName)"
    let lost = file.hasSuffix(suffix) ? String(file.dropLast(suffix.count)) : file
    return "Stop the gateways, then: mv \(Shell.quoted(lost)) \(Shell.quoted("\(lost).damaged")); "
      + "what stood in it is counted from 0"
  }
}

extension UsageError: CustomStringConvertible {
  /// What happened and to which file.
  public var description: String {
    switch self {
    case .system(let call, let file, let errno): "\(call) failed on \(file): error \(errno)"
    case .damaged(let file, let reason): "\(file) is damaged: \(reason)"
    case .tooManyIdentities:
      "usage is counted for at most \(UsageLimits.identities) keys and plans"
    case .identifierTooLong(let id): "the id \(id) is too long to be counted"
    }
  }
}
