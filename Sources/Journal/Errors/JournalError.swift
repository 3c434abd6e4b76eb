/// Why the journal refused, where, and how to mend it.
public struct JournalError: Error, Sendable, CustomStringConvertible {
  /// Where in the journal the cause lies, as far as it is known.
  public struct Location: Sendable, Hashable {
    /// The file, as a path.
    public var file: String
    /// The first byte concerned.
    public var offset: Int64?
    /// The record concerned.
    public var sequence: UInt64?

    /// The place in words: file, offset and sequence, as far as they are known.
    public var text: String {
      let parts = [file, offset.map { "offset \($0)" }, sequence.map { "sequence \($0)" }]
      return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// Names a place.
    public init(file: String, offset: Int64? = nil, sequence: UInt64? = nil) {
      self.file = file
      self.offset = offset
      self.sequence = sequence
    }
  }

  /// The kind of the failure.
  public var code: JournalErrorCode
  /// What happened, as one sentence without a full stop; never a record's content.
  public var message: String
  /// What a person can do about it, as one sentence without a full stop.
  public var remedy: String
  /// Where the cause lies.
  public var location: Location?
  /// The errno of a failed system call.
  public var systemErrorNumber: Int32?
  /// How a damaged record begins, as hexadecimal bytes: its frame, which shows what kind of damage it is.
  public var firstBytes: String?

  /// Puts an error together; without `remedy` the code's own is used.
  public init(
    _ code: JournalErrorCode, _ message: String, remedy: String? = nil,
    at location: Location? = nil,
    systemErrorNumber: Int32? = nil, firstBytes: String? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy ?? code.remedy
    self.location = location
    self.systemErrorNumber = systemErrorNumber
    self.firstBytes = firstBytes
  }

  /// What happened and where, without a full stop: what every surface shows.
  public var placedMessage: String { location.map { "\(message) (\($0.text))" } ?? message }

  /// Message, place and remedy in one line.
  public var description: String { "\(placedMessage). \(remedy)." }
}
