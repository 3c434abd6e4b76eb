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

extension UsageError: CustomStringConvertible {
  /// What happened and to which file.
  public var description: String {
    switch self {
    case .system(let call, let file, let errno): "\(call) failed on \(file): error \(errno)"
    case .damaged(let file, let reason):
      "\(file) is damaged: \(reason); move it away to begin at 0"
    case .tooManyIdentities:
      "usage is counted for at most \(UsageLimits.identities) keys and plans"
    case .identifierTooLong(let id): "the id \(id) is too long to be counted"
    }
  }
}
