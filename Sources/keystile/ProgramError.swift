import AdminCLI

/// Why a verb that takes the process over could not go on.
struct ProgramError: Error {
  let code: ExitCode
  let message: String
  let remedy: String?

  init(_ code: ExitCode, _ message: String, remedy: String? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }
}
