extension FileJournal {
  /// The first record of each segment, ascending: where reading can begin without reading what is
  /// before.
  public var segmentStarts: [UInt64] { manifest.segments.map(\.first) }

  /// Goes back to before the first record of the segment that holds a record.
  ///
  /// The segments before it are not read; their last chain value is the one the segment's header
  /// repeats.
  ///
  /// - Parameter sequence: a record's sequence number; one behind the end counts to the last
  ///   segment, one before the start to the first.
  public func rewind(toSegmentHolding sequence: UInt64) throws(JournalError) {
    precondition(writing?.isLocked != true, "rewinding is not for the lock")
    cursor = try cursor(atSegment: manifest.index(holding: sequence) ?? 0)
    recent.removeAll()
    lastLine = nil
    highestClaim = 0
    try lookAtHead()
  }
}
