/// The first line of a segment: whose segment it is, where it continues, and when it was begun.
struct SegmentHeader: Hashable {
  /// The longest header, in bytes.
  static let limitBytes = 512

  /// The journal's identity.
  var journal: TransactionID
  /// The segment's number in order of creation, from 1.
  var serial: UInt64
  /// The sequence number of the first record in it.
  var first: UInt64
  /// The chain value of the record before that.
  var previous: Chain
  /// When the segment was begun.
  var created: JournalTime

  /// The whole line.
  var line: [UInt8] {
    LineText.withTrailer(
      "{\"magic\":\"keystile-journal\",\"v\":\(RecordFormat.version),\"seg\":\(serial)"
        + ",\"first\":\(first),\"prev\":\"\(previous)\",\"created\":\"\(created)\""
        + ",\"journal\":\"\(journal)\"")
  }
}

extension SegmentHeader {
  /// Reads a whole line.
  init(line: UnsafeRawBufferPointer) throws(LineProblem) {
    let body: UnsafeRawBufferPointer
    do throws(Trailer.Problem) {
      body = try Trailer.check(line)
    } catch {
      throw LineProblem(error)
    }
    var scanner = FieldScanner(body)
    guard scanner.take("{\"magic\":\"keystile-journal\"") else { throw .field("magic") }
    guard scanner.take(",\"v\":"), let version = scanner.number() else { throw .field("v") }
    guard version <= RecordFormat.version else { throw .newerVersion(version) }
    guard scanner.take(",\"seg\":"), let serial = scanner.number() else { throw .field("seg") }
    guard scanner.take(",\"first\":"), let first = scanner.number() else { throw .field("first") }
    guard scanner.take(",\"prev\":"), let chainText = scanner.string(),
      let previous = Chain(text: chainText)
    else { throw .field("prev") }
    guard scanner.take(",\"created\":"), let timeText = scanner.string(),
      let created = JournalTime(text: timeText)
    else { throw .field("created") }
    guard scanner.skip(to: ",\"journal\":"), let idText = scanner.string(),
      let journal = TransactionID(text: idText)
    else { throw .field("journal") }
    self.init(
      journal: journal, serial: serial, first: first, previous: previous, created: created)
  }
}
