import GatewayModel
import Glibc
import Journal

/// Reads stretches of the past through a handle of its own.
///
/// Lines are checked as they are passed, at about the speed of memory; only those that are wanted
/// are decoded.
final class JournalScanner {
  private let journal: FileJournal

  init(directory: String, options: JournalOptions) throws(WorkspaceError) {
    journal = try workspaceCall {
      try FileJournal.open(
        directory, for: .readOnly, options: options, now: JournalTime(microseconds: 0))
    }
  }

  /// The last line there is now.
  func lastSequence() throws(WorkspaceError) -> Sequence64 {
    _ = try workspaceCall { try journal.catchUp { _ in } }
    return journal.head.sequence
  }

  /// Hands over the lines of a stretch, oldest first, as far as they are there.
  ///
  /// - Parameter marks: Texts of which every wanted line contains one; others are passed over unread.
  ///   Without any, all lines are wanted.
  func forEachLine(
    in range: ClosedRange<Sequence64>, containingAnyOf marks: [String] = [],
    _ body: (JournalLine) throws(WorkspaceError) -> Void
  ) throws(WorkspaceError) {
    let needles = marks.map { Array($0.utf8) }
    try workspaceCall {
      try move(toSegmentBefore: range.lowerBound)
      guard journal.head.sequence < range.upperBound else { return }
      let count = Int(clamping: range.upperBound - journal.head.sequence)
      try journal.catchUp(limitLines: count) { line in
        guard line.sequence >= range.lowerBound else { return }
        let isWanted =
          needles.isEmpty || needles.contains { Self.contains(line.operations, $0) }
        if isWanted { try body(line) }
      }
    }
  }

  /// The stretches of `range` that can be read one without the others, newest first.
  func stretches(of range: ClosedRange<Sequence64>) -> [ClosedRange<Sequence64>] {
    var stretches: [ClosedRange<Sequence64>] = []
    var end = range.upperBound
    for start in journal.segmentStarts.reversed() where start <= end {
      stretches.append(max(start, range.lowerBound)...end)
      guard start > range.lowerBound else { break }
      end = start - 1
    }
    return stretches
  }

  /// Goes where the next line read is in the wanted one's segment, and not behind it.
  private func move(toSegmentBefore sequence: Sequence64) throws(JournalError) {
    let starts = journal.segmentStarts
    let next = journal.head.sequence + 1
    let isInSegment = starts.last { $0 <= sequence } == starts.last { $0 <= next }
    if next > sequence || !isInSegment { try journal.rewind(toSegmentHolding: sequence) }
  }

  /// The state as of a line.
  ///
  /// - Complexity: linear in the lines from the last checkpoint before it, or from the first.
  func state(at sequence: Sequence64) throws(WorkspaceError) -> GatewayState {
    var state = GatewayState()
    try workspaceCall {
      let reader = try journal.openNewestCheckpoint()
      if let reader, reader.head.sequence <= sequence,
        let kept = CheckpointCodec.state(from: reader)
      {
        state = kept
      } else {
        try journal.rewind()
      }
    }
    if sequence > state.sequence {
      try forEachLine(in: (state.sequence + 1)...sequence) { line throws(WorkspaceError) in
        try state.replay(line)
      }
    }
    guard state.sequence == sequence else {
      throw WorkspaceError(
        .noSuchLine, "the journal ends with line \(state.sequence)",
        remedy: "Name a line up to \(state.sequence)")
    }
    return state
  }

  private static func contains(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, let base = bytes.baseAddress else { return true }
    var offset = 0
    while offset + needle.count <= bytes.count,
      let found = memchr(base + offset, Int32(first), bytes.count - needle.count + 1 - offset)
    {
      if memcmp(found, needle, needle.count) == 0 { return true }
      offset = UnsafeRawPointer(found) - base + 1
    }
    return false
  }
}
