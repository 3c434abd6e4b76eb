/// Which files are the journal, in order: the content of `MANIFEST`.
///
/// A segment counts only when it is listed here, and a closed one only up to the length listed
/// here. So a switch of this file, which a rename makes in one step, is what rolls and rescues.
struct Manifest: Hashable {
  /// One segment.
  struct Segment: Hashable {
    /// Where a closed segment ends.
    struct End: Hashable {
      /// The sequence number of its last record.
      var last: UInt64
      /// Its length in bytes; what lies behind is not part of the journal.
      var byteCount: Int64
    }

    /// The file's name in `journal/`.
    var file: String
    /// The segment's number in order of creation, from 1.
    var serial: UInt64
    /// The sequence number of the first record in it.
    var first: UInt64
    /// The chain value of the record before that.
    var previous: Chain
    /// Where it ends; nil for the active one, the last.
    var end: End?
  }

  /// The journal's identity.
  var journal: TransactionID
  /// Counts the switches, from 1.
  var generation: UInt64
  /// The oldest version that may read the journal.
  var minimumReader: UInt64 = RecordFormat.version
  /// All segments, oldest first, at least one; all but the last are closed.
  var segments: [Segment]

  /// The segment that is appended to.
  var active: Segment { segments[segments.count - 1] }

  /// The segment that holds the record `sequence`, or would hold it.
  ///
  /// - Complexity: O(*n*) in the number of segments.
  func index(holding sequence: UInt64) -> Int? {
    segments.lastIndex { $0.first <= sequence }
  }

  /// The whole line.
  var line: [UInt8] {
    let entries = segments.map { segment in
      let end = segment.end.map { ",\"last\":\($0.last),\"bytes\":\($0.byteCount)" } ?? ""
      return "{\"file\":\"\(segment.file)\",\"seg\":\(segment.serial),\"first\":\(segment.first)"
        + ",\"prev\":\"\(segment.previous)\"\(end)}"
    }
    return LineText.withTrailer(
      "{\"magic\":\"keystile-manifest\",\"v\":\(RecordFormat.version)"
        + ",\"minReader\":\(minimumReader),\"journal\":\"\(journal)\""
        + ",\"generation\":\(generation),\"segments\":[\(entries.joined(separator: ","))]")
  }
}

extension Manifest {
  /// Reads a whole line and checks that the segments follow each other without gap or overlap.
  init(line: UnsafeRawBufferPointer) throws(LineProblem) {
    let body: UnsafeRawBufferPointer
    do throws(Trailer.Problem) {
      body = try Trailer.check(line)
    } catch {
      throw LineProblem(error)
    }
    var scanner = FieldScanner(body)
    guard scanner.take("{\"magic\":\"keystile-manifest\"") else { throw .field("magic") }
    guard scanner.take(",\"v\":"), let version = scanner.number() else { throw .field("v") }
    guard version <= RecordFormat.version else { throw .newerVersion(version) }
    guard scanner.take(",\"minReader\":"), let minimumReader = scanner.number()
    else { throw .field("minReader") }
    guard minimumReader <= RecordFormat.version else { throw .newerVersion(minimumReader) }
    guard scanner.take(",\"journal\":"), let idText = scanner.string(),
      let journal = TransactionID(text: idText)
    else { throw .field("journal") }
    guard scanner.take(",\"generation\":"), let generation = scanner.number()
    else { throw .field("generation") }
    guard scanner.skip(to: ",\"segments\":["),
      let segments = Self.segments(&scanner), Self.areContinuous(segments)
    else { throw .field("segments") }
    self.init(
      journal: journal, generation: generation, minimumReader: minimumReader, segments: segments)
  }

  private static func segments(_ scanner: inout FieldScanner) -> [Segment]? {
    var segments: [Segment] = []
    repeat {
      guard scanner.take("{\"file\":"), let name = scanner.string(),
        scanner.take(",\"seg\":"), let serial = scanner.number(),
        scanner.take(",\"first\":"), let first = scanner.number(),
        scanner.take(",\"prev\":"), let chainText = scanner.string(),
        let previous = Chain(text: chainText)
      else { return nil }
      var segment = Segment(
        file: String(decoding: name, as: UTF8.self), serial: serial, first: first,
        previous: previous)
      if scanner.take(",\"last\":") {
        guard let last = scanner.number(), scanner.take(",\"bytes\":"),
          let byteCount = scanner.number(), let byteCount = Int64(exactly: byteCount)
        else { return nil }
        segment.end = Segment.End(last: last, byteCount: byteCount)
      }
      guard scanner.take("}"), isSegmentName(name) else { return nil }
      segments.append(segment)
    } while scanner.take(",")
    return scanner.take("]") && scanner.isAtEnd ? segments : nil
  }

  /// A plain file name: the manifest never leads out of its folder.
  private static func isSegmentName(_ name: UnsafeRawBufferPointer) -> Bool {
    (4...64).contains(name.count) && name.suffix(3).elementsEqual(".jl".utf8)
      && name.dropLast(3).allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static func areContinuous(_ segments: [Segment]) -> Bool {
    guard let active = segments.last, active.end == nil else { return false }
    for (segment, next) in zip(segments, segments.dropFirst()) {
      guard let end = segment.end, end.last &+ 1 == next.first, segment.serial < next.serial,
        segment.first <= next.first
      else { return false }
    }
    return true
  }
}
