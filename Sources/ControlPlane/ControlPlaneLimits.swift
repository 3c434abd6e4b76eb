/// Every limit of the control plane, with its unit.
public enum ControlPlaneLimits {
  /// The longest body of an ordinary request, in bytes: a model's schema of 400 KiB, escaped, and room.
  public static let bodyBytes = 1_048_576
  /// The longest definition or key file, in bytes.
  ///
  /// Source: API Gateway quotas, API definition import 6 MB.
  public static let importBodyBytes = 6 * 1_048_576
  /// The longest body of an operation that takes none, in bytes: some clients send `{}`.
  public static let emptyBodyBytes = 4_096
  /// The most that is kept of all bodies that are not complete yet, in bytes.
  public static let bufferedBodyBytes = 64 * 1_048_576
  /// The most connections at once.
  public static let connections = 512
  /// How deep lists and objects may stand in each other in a body.
  public static let bodyDepth = 64
  /// Rows of a page unless the request says otherwise.
  ///
  /// Source: API Gateway REST API reference, `limit`.
  public static let defaultPageRows = 25
  /// The most rows of a page.
  public static let maximumPageRows = 500
  /// Rows a filter looks at before it answers with what it found and the place to go on.
  public static let filteredRows = 100_000
  /// The longest paging token, in characters.
  public static let positionCharacters = 4_096
  /// What a client that must come back later is told to wait, in seconds.
  public static let retryAfterSeconds = 1
  /// The longest reason the log tells about one request, in characters.
  public static let loggedReasonCharacters = 512
}
