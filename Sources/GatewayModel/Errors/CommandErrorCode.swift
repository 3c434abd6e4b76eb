/// Why a command was refused; the raw value is API Gateway's exception name.
public enum CommandErrorCode: String, Sendable, Hashable, CaseIterable {
  /// The request means nothing sensible: 400.
  case badRequest = "BadRequestException"
  /// An id names nothing: 404.
  case notFound = "NotFoundException"
  /// Duplicates and stale edits: 409.
  case conflict = "ConflictException"
  /// A count limit is reached: 429.
  case limitExceeded = "LimitExceededException"
  /// A value is outside its enumeration or pattern: 400.
  case validation = "ValidationException"
  /// A value has the wrong JSON type: 400.
  case serialization = "SerializationException"
  /// The operation cannot exist on a local gateway: 501.
  case notImplemented = "NotImplementedException"

  /// The HTTP status API Gateway answers with.
  public var httpStatus: Int {
    switch self {
    case .badRequest, .validation, .serialization: 400
    case .notFound: 404
    case .conflict: 409
    case .limitExceeded: 429
    case .notImplemented: 501
    }
  }
}
