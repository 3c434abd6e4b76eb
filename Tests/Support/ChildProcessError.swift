/// Why a test with a program of its own cannot go on.
public enum ChildProcessError: Error, CustomStringConvertible {
  /// The system refused.
  case system(call: String, errno: Int32)
  /// What was waited for did not happen in time; the output shows what did.
  case timedOut(waitingFor: String, output: String, errorOutput: String)
  /// The program's output ended while something was waited for.
  case ended(waitingFor: String, output: String, errorOutput: String)

  /// What was waited for, and what was written instead.
  public var description: String {
    switch self {
    case .system(let call, let errno): "\(call) failed with error \(errno)"
    case .timedOut(let what, let output, let errors):
      "no \(what) in time; output:\n\(output)\nerrors:\n\(errors)"
    case .ended(let what, let output, let errors):
      "the program ended before \(what); output:\n\(output)\nerrors:\n\(errors)"
    }
  }
}
