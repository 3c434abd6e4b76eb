import GatewayModel
import Journal

/// A state as the lines of a checkpoint, and back.
///
/// The first line names the form; each other one is `{"n":17,"ops":[…]}`: entities that line 17 of
/// the journal last changed, as that line has them. Reading is applying, in an order in which every
/// part comes after its whole.
enum CheckpointCodec {
  /// The first line; another form is passed over and made anew.
  static let header = #"{"checkpoint":"workspace","v":1}"#
  /// The entities one line holds at most.
  static let entitiesPerLine = 256

  /// Hands over the lines for a state, without line breaks.
  ///
  /// - Complexity: linear in the size of the state, and its ids are sorted.
  static func forEachLine(
    of state: GatewayState, _ body: ([UInt8]) throws -> Void
  ) throws {
    try body(Array(header.utf8))
    var run: [RecordedEvent] = []
    var revision: Sequence64 = 0
    func flush() throws {
      guard !run.isEmpty else { return }
      let operations = try EventCodec.encode(TransactionRecord(events: run))
      try body(Array(#"{"n":\#(revision),"ops":"#.utf8) + operations + [UInt8(ascii: "}")])
      run.removeAll(keepingCapacity: true)
    }
    for entity in state.entitiesWholeBeforeParts {
      // What never came from a line (the account of a new workspace) is there without one.
      guard let changed = state.revision(of: entity.ref) else { continue }
      if changed != revision || run.count == entitiesPerLine { try flush() }
      revision = changed
      run.append(RecordedEvent(.put(entity)))
    }
    try flush()
  }

  /// Reads a state; nil when the checkpoint is of another form, or cannot be understood.
  ///
  /// - Complexity: linear in the checkpoint's length.
  static func state(from reader: CheckpointReader) -> GatewayState? {
    var state = GatewayState()
    var isFirst = true
    do {
      try reader.forEachLine { line in
        if isFirst {
          guard line.elementsEqual(header.utf8) else {
            throw EventCodecError.malformed("it is of another form")
          }
          isFirst = false
        } else {
          try take(line, into: &state)
        }
      }
    } catch {
      return nil
    }
    guard !isFirst else { return nil }
    state.apply([], sequence: reader.head.sequence)
    return state
  }

  private static func take(
    _ line: UnsafeRawBufferPointer, into state: inout GatewayState
  ) throws(EventCodecError) {
    var scanner = ByteScanner(line)
    guard scanner.take(#"{"n":"#), let revision = scanner.integer(), revision >= 0,
      scanner.take(#","ops":"#), let operations = scanner.rest(droppingLast: "}")
    else { throw .malformed("a line is of another form") }
    let record = try EventCodec.decode(operations)
    state.apply(record.events.map(\.event), sequence: Sequence64(revision))
  }
}
