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

    /// Names a place.
    public init(file: String, offset: Int64? = nil, sequence: UInt64? = nil) {
      self.file = file
      self.offset = offset
      self.sequence = sequence
    }
  }

  /// The kind of the failure.
  public var code: JournalErrorCode
  /// What happened, as one sentence without a full stop; never a record's content beyond a short
  /// hexadecimal dump of a damaged line's frame.
  public var message: String
  /// What a person can do about it, as one sentence without a full stop.
  public var remedy: String
  /// Where the cause lies.
  public var location: Location?
  /// The errno of a failed system call.
  public var systemErrorNumber: Int32?

  /// Puts an error together; without `remedy` the code's own is used.
  public init(
    _ code: JournalErrorCode, _ message: String, remedy: String? = nil,
    at location: Location? = nil,
    systemErrorNumber: Int32? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy ?? code.remedy
    self.location = location
    self.systemErrorNumber = systemErrorNumber
  }

  /// Message, place and remedy in one line.
  public var description: String {
    var text = message
    if let location {
      text += " (\(location.file)"
      if let offset = location.offset { text += ", offset \(offset)" }
      if let sequence = location.sequence { text += ", record \(sequence)" }
      text += ")"
    }
    return "\(text). \(remedy)."
  }
}
