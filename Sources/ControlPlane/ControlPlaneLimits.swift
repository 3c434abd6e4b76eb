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
  /// The most of these bytes for one client address: nobody's half-sent bodies keep others from writing.
  public static let bufferedBodyBytesPerAddress = bufferedBodyBytes / 2
  /// The longest body that is kept before anything is known of who sends it, in bytes.
  public static let strangersBodyBytes = 4_096
  /// The most connections at once.
  public static let connections = 512
  /// The most connections of one client address at once.
  public static let connectionsPerAddress = connections / 2
  /// How deep lists and objects may stand in each other in a body.
  public static let bodyDepth = 64
  /// Values in a body, lists and objects among them.
  public static let bodyValues = 100_000
  /// Imports that are read or wait for it; more come back later.
  public static let waitingImports = 8
  /// Rows of a page unless the request says otherwise.
  ///
  /// Source: API Gateway REST API reference, `limit`.
  public static let defaultPageRows = 25
  /// The most rows of a page.
  public static let maximumPageRows = 500
  /// Rows a filter looks at before it answers with what it found and the place to go on.
  public static let filteredRows = 100_000
  /// How far back a usage report may begin, in days: each day up to today is read from the disk, on the
  /// thread that answers everyone.
  public static let usageDays = 400
  /// The longest paging token, in characters.
  public static let positionCharacters = 4_096
  /// Lines after which a checkpoint is written while the control plane runs: the state is copied for it,
  /// some 20 ms among 100,000 keys.
  public static let linesBetweenCheckpoints: UInt64 = 20_000
  /// What a client that must come back later is told to wait, in seconds.
  public static let retryAfterSeconds = 1
  /// The longest reason the log tells about one request, in characters.
  public static let loggedReasonCharacters = 512
}
