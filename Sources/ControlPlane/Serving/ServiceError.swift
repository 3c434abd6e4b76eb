import GatewayModel
import Workspace

/// Why a request was refused, as it goes on the wire.
struct ServiceError: Error, Sendable, Hashable {
  /// The exception's name.
  var code: String
  /// The HTTP status.
  var status: Int
  /// The text for the client.
  var message: String
  /// What the client is told to wait, in seconds.
  var retryAfterSeconds: Int?

  /// A refusal.
  init(_ code: String, status: Int, _ message: String, retryAfterSeconds: Int? = nil) {
    self.code = code
    self.status = status
    self.message = message
    self.retryAfterSeconds = retryAfterSeconds
  }

  /// The refusal of a command.
  init(_ error: CommandError) {
    self.init(
      error.code.rawValue, status: error.code.httpStatus, error.message,
      retryAfterSeconds: error.code == .limitExceeded ? ControlPlaneLimits.retryAfterSeconds : nil)
  }

  /// The workspace cannot take the change now.
  init(_ error: WorkspaceError) {
    self.init(
      "ServiceUnavailableException", status: 503, error.message,
      retryAfterSeconds: ControlPlaneLimits.retryAfterSeconds)
  }

  /// A command that was not done.
  init(_ error: SubmitError) {
    switch error {
    case .refused(let error): self.init(error)
    case .conflict(let conflict):
      self.init("ConflictException", status: 409, conflict.message)
    case .unusable(let error): self.init(error)
    }
  }

  /// No operation has this method and path.
  static let unknownOperation = ServiceError(
    "MissingAuthenticationTokenException", status: 403, "Missing Authentication Token")

  /// The caller is not known.
  init(_ failure: AuthenticationFailure) {
    self.init(failure.code, status: failure.status, failure.message)
  }

  /// The caller is known and may only read.
  static let readOnly = ServiceError(
    "UnauthorizedException", status: 401, "This credential is for reading alone")

  /// A page of some origin asks, and pages have no business here.
  static let foreignOrigin = ServiceError(
    "AccessDeniedException", status: 403, "Requests from web pages are refused")

  /// The name the client used is not one of this listener's.
  static let foreignHost = ServiceError(
    "AccessDeniedException", status: 403, "Use the listener's own address as Host")

  /// An escape in the path or query is broken.
  static let brokenTarget = ServiceError(
    "BadRequestException", status: 400, "Malformed request target")

  /// The body is longer than the operation takes.
  static func bodyTooLong(_ limitBytes: Int) -> ServiceError {
    ServiceError(
      "RequestEntityTooLargeException", status: 413,
      "Request body is longer than \(limitBytes) bytes")
  }

  /// Too many imports wait to be read.
  static let busyImporting = ServiceError(
    "TooManyRequestsException", status: 429, "Too many imports at once",
    retryAfterSeconds: ControlPlaneLimits.retryAfterSeconds)

  /// Too much is waiting to be complete.
  static let busy = ServiceError(
    "TooManyRequestsException", status: 429, "Too many request bodies at once",
    retryAfterSeconds: ControlPlaneLimits.retryAfterSeconds)
}
