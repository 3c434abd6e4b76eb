/// One checked record as its bytes, all slices into the reader's buffer.
///
/// Valid only inside the call that hands it over.
public struct JournalLine {
  /// The sequence number, from 1, without gaps.
  public let sequence: UInt64
  /// When the writer's clock said it was written.
  public let time: JournalTime
  /// The transaction's name.
  public let id: TransactionID
  /// The highest sequence number that was known to be durable when this line was written.
  public let durableSequence: UInt64
  /// The operations as the JSON array the writer gave.
  public let operations: UnsafeRawBufferPointer
  /// The whole line, line break included.
  public let bytes: UnsafeRawBufferPointer
  /// The actor with JSON escapes, without quotes: what ``actor`` reads.
  public let escapedActor: UnsafeRawBufferPointer
  /// The surface in ASCII: what ``surface`` reads.
  public let surfaceBytes: UnsafeRawBufferPointer
  /// The chain value this line repeats of the line before.
  let previous: Chain

  /// Who asked for the change.
  ///
  /// - Complexity: O(*n*) in the name's length; it is copied.
  public var actor: String { JSONText.text(escapedActor) }

  /// The surface it came through: `console`, `cli`, `control` and so on.
  ///
  /// - Complexity: O(*n*) in the name's length; it is copied.
  public var surface: String { String(decoding: surfaceBytes, as: UTF8.self) }
}

extension JournalLine {
  /// Reads a line whose checksum is still unknown.
  init(checking line: UnsafeRawBufferPointer) throws(LineProblem) {
    let body: UnsafeRawBufferPointer
    do throws(Trailer.Problem) {
      body = try Trailer.check(line)
    } catch {
      throw LineProblem(error)
    }
    try self.init(body: body, of: line)
  }

  private init(
    body: UnsafeRawBufferPointer, of line: UnsafeRawBufferPointer
  ) throws(LineProblem) {
    var scanner = FieldScanner(body)
    guard scanner.take("{\"v\":"), let version = scanner.number() else { throw .field("v") }
    guard version <= RecordFormat.version else { throw .newerVersion(version) }
    guard scanner.take(",\"n\":"), let sequence = scanner.number() else { throw .field("n") }
    guard scanner.take(",\"t\":"), let timeText = scanner.string(),
      let time = JournalTime(text: timeText)
    else { throw .field("t") }
    guard scanner.take(",\"by\":"), let actor = scanner.string() else { throw .field("by") }
    guard scanner.take(",\"via\":"), let surface = scanner.string() else { throw .field("via") }
    guard scanner.take(",\"id\":"), let idText = scanner.string(),
      let id = TransactionID(text: idText)
    else { throw .field("id") }
    guard scanner.take(",\"d\":"), let durable = scanner.number() else { throw .field("d") }
    guard scanner.take(",\"p\":"), let chainText = scanner.string(),
      let previous = Chain(text: chainText)
    else { throw .field("p") }
    guard scanner.skip(to: ",\"ops\":") else { throw .field("ops") }
    let operations = scanner.rest
    guard operations.first == UInt8(ascii: "["), operations.last == UInt8(ascii: "]"),
      operations.count >= 2
    else { throw .field("ops") }
    self.sequence = sequence
    self.time = time
    self.id = id
    self.durableSequence = durable
    self.operations = operations
    self.bytes = line
    self.escapedActor = actor
    self.surfaceBytes = surface
    self.previous = previous
  }
}
