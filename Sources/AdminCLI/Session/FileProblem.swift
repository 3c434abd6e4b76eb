/// Why a file that a command line names cannot be taken.
public enum FileProblem: Error, Sendable, Hashable {
  /// There is none of that name.
  case missing
  /// It is a folder.
  case folder
  /// The operating system does not let this user read it.
  case denied
  /// It is longer than what it is for can be.
  case tooLong
  /// Reading failed for another reason, as the operating system words it.
  case unreadable(String)

  /// What is wrong with the file, to stand behind its name.
  func words(limitBytes: Int) -> String {
    switch self {
    case .missing: "does not exist"
    case .folder: "is a folder"
    case .denied: "may not be read by you"
    case .tooLong: "is longer than \(limitBytes) bytes"
    case .unreadable(let reason): "cannot be read: \(reason)"
    }
  }
}
