/// What reading a whole journal came to.
public struct JournalVerification: Sendable {
  /// The journal's identity.
  public internal(set) var identity: TransactionID
  /// The segments the manifest names.
  public internal(set) var segmentCount = 0
  /// The records that are whole and fit, from the first one on.
  public internal(set) var recordCount: UInt64 = 0
  /// The bytes of those records.
  public internal(set) var byteCount: UInt64 = 0
  /// The last of them; `n:chain` to note elsewhere.
  public internal(set) var head: JournalHead
  /// The first thing that is wrong; nothing behind it was looked at.
  public internal(set) var firstProblem: JournalError?
  /// What is no damage and still worth telling, one sentence each.
  public internal(set) var notices: [String] = []

  /// Whether everything is as it was written.
  public var isSound: Bool { firstProblem == nil }
}
