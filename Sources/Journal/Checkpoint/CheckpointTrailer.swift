/// The last line of a checkpoint: what the file must hold, and where in the journal it stands.
struct CheckpointTrailer: Hashable {
  /// The longest trailer, in bytes.
  static let limitBytes = 512

  var mark: CheckpointMark
  /// The lines before this one.
  var lineCount: UInt64
  /// The SHA-256 of all bytes before this line, as 64 hexadecimal digits.
  var digest: String

  /// The whole line.
  var line: [UInt8] {
    let place = mark.line.map { ",\"seg\":\($0.segment),\"at\":\($0.offset)" } ?? ""
    return LineText.withTrailer(
      "{\"magic\":\"keystile-checkpoint\",\"v\":\(RecordFormat.version)"
        + ",\"journal\":\"\(mark.journal)\",\"n\":\(mark.head.sequence)"
        + ",\"chain\":\"\(mark.head.chain)\"\(place)"
        + ",\"count\":\(lineCount),\"sha256\":\"\(digest)\"")
  }
}

extension CheckpointTrailer {
  /// Reads a whole line.
  init(line: UnsafeRawBufferPointer) throws(LineProblem) {
    let body: UnsafeRawBufferPointer
    do throws(Trailer.Problem) {
      body = try Trailer.check(line)
    } catch {
      throw LineProblem(error)
    }
    var scanner = FieldScanner(body)
    guard scanner.take("{\"magic\":\"keystile-checkpoint\"") else { throw .field("magic") }
    guard scanner.take(",\"v\":"), let version = scanner.number() else { throw .field("v") }
    guard version <= RecordFormat.version else { throw .newerVersion(version) }
    guard scanner.take(",\"journal\":"), let idText = scanner.string(),
      let journal = TransactionID(text: idText)
    else { throw .field("journal") }
    guard scanner.take(",\"n\":"), let sequence = scanner.number() else { throw .field("n") }
    guard scanner.take(",\"chain\":"), let chainText = scanner.string(),
      let chain = Chain(text: chainText)
    else { throw .field("chain") }
    var place: CheckpointMark.Line?
    if scanner.take(",\"seg\":") {
      guard let segment = scanner.number(), scanner.take(",\"at\":"),
        let number = scanner.number(), let offset = Int64(exactly: number)
      else { throw .field("at") }
      place = CheckpointMark.Line(segment: segment, offset: offset)
    }
    guard scanner.skip(to: ",\"count\":"), let count = scanner.number()
    else { throw .field("count") }
    guard scanner.take(",\"sha256\":"), let digest = scanner.string()
    else { throw .field("sha256") }
    self.init(
      mark: CheckpointMark(
        journal: journal, head: JournalHead(sequence: sequence, chain: chain), line: place),
      lineCount: count, digest: String(decoding: digest, as: UTF8.self))
  }
}
