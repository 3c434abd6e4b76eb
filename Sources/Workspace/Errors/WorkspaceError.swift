import Journal

/// Why the workspace cannot be used: nothing is wrong with what was asked for.
public struct WorkspaceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of reason.
  public var code: WorkspaceErrorCode
  /// What is wrong and where, without a full stop; never a key value.
  public var message: String
  /// What a person can do about it, without a full stop.
  public var remedy: String

  /// A reason.
  public init(_ code: WorkspaceErrorCode, _ message: String, remedy: String) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  /// The exit code of a program that ends for this reason.
  public static let exitCode: Int32 = 3

  /// Message and remedy in one line.
  public var description: String { "\(message). \(remedy)." }
}

extension WorkspaceError {
  /// What a failure of the journal means to the workspace's user.
  init(_ error: JournalError) {
    self.init(Self.code(of: error.code), error.placedMessage, remedy: error.remedy)
  }

  /// A line whose content this program cannot take.
  init(_ error: EventCodecError, sequence: UInt64) {
    let message = "journal line \(sequence) cannot be used: \(error.explanation)"
    switch error {
    case .malformed:
      self.init(
        .damaged, message,
        remedy: "Run keystile journal verify; if it finds nothing, report the line as a defect")
    case .unknownOperation, .newerOperation:
      self.init(
        .newerVersion, message, remedy: "Use at least the version of keystile that wrote it")
    }
  }

  private static func code(of code: JournalErrorCode) -> WorkspaceErrorCode {
    switch code {
    case .notFound: .notFound
    case .foreignOwner, .unsafePermissions, .unsafeFile, .remoteFileSystem, .accessDenied,
      .tooManyFiles:
      .cannotOpen
    case .busy: .locked
    case .readOnly: .readOnly
    case .noSpace: .diskFull
    case .inputOutput: .inputOutput
    case .syncFailed, .poisoned: .poisoned
    case .newerVersion: .newerVersion
    default: .damaged
    }
  }
}

/// Runs something of the journal's and turns its errors into the workspace's.
func workspaceCall<Value>(_ body: () throws -> Value) throws(WorkspaceError) -> Value {
  do {
    return try body()
  } catch let error as WorkspaceError {
    throw error
  } catch let error as JournalError {
    throw WorkspaceError(error)
  } catch {
    throw WorkspaceError(
      .inputOutput, "the journal failed: \(type(of: error))", remedy: "Open the workspace again")
  }
}
