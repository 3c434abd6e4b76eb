import Glibc

extension JournalError {
  /// What a failed system call means to the journal: the one place that reads an errno.
  ///
  /// - Parameter purpose: what was being done, as in "could not …".
  init(_ error: SystemCallError, _ purpose: String, at location: Location? = nil) {
    let reason = String(cString: strerror(error.number))
    self.init(
      Self.code(of: error.number), "could not \(purpose): \(error.call): \(reason)",
      at: location ?? Location(file: error.path), systemErrorNumber: error.number)
  }

  private static func code(of number: Int32) -> JournalErrorCode {
    switch number {
    case ENOENT: .notFound
    case EACCES, EPERM: .accessDenied
    case ELOOP, ENOTDIR, EISDIR, EEXIST, ENXIO: .unsafeFile
    case EMFILE, ENFILE, ENOMEM: .tooManyFiles
    case EROFS: .readOnly
    case ENOSPC, EDQUOT, EFBIG: .noSpace
    default: .inputOutput
    }
  }
}

/// Runs a call of the file system seam and turns its error into the journal's.
func journalCall<Value>(
  _ purpose: @autoclosure () -> String, _ call: () throws(SystemCallError) -> Value
) throws(JournalError) -> Value {
  do throws(SystemCallError) {
    return try call()
  } catch {
    throw JournalError(error, purpose())
  }
}
