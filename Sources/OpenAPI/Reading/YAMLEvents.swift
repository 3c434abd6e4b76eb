import CYaml

/// The events of a YAML document, from libyaml: the one place that knows its parser.
final class YAMLEvents {
  private let bytes: [UInt8]
  /// The parser keeps its own address, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutablePointer<UInt8>

  /// The events of a document that is valid UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    parser = .allocate(capacity: 1)
    input = .allocate(capacity: max(bytes.count, 1))
    input.initialize(from: bytes, count: bytes.count)
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, input, bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event.
  ///
  /// - Throws: `DocumentError` where the text is no YAML.
  func next() throws(DocumentError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    let place = DocumentError.Place.text(
      line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
    return Self.event(event, at: place)
  }

  private static func event(_ event: yaml_event_t, at place: DocumentError.Place) -> YAMLEvent {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAMLEvent(
        kind: .scalar(
          String(decoding: bytes, as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        anchor: text(scalar.anchor), tag: text(scalar.tag), place: place)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, anchor: text(start.anchor), tag: text(start.tag), place: place)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, anchor: text(start.anchor), tag: text(start.tag), place: place)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(text(event.data.alias.anchor) ?? ""), place: place)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, place: place)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, place: place)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, place: place)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, place: place)
    case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .streamEnd, place: place)
    default: return YAMLEvent(kind: .other, place: place)
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private var failure: DocumentError {
    let mark = parser.pointee.problem_mark
    let reason = parser.pointee.problem.map { String(cString: $0) } ?? "it is no YAML"
    guard parser.pointee.error != YAML_READER_ERROR else {
      return DocumentError(
        reason, at: DocumentReader.place(ofByte: parser.pointee.problem_offset, in: bytes))
    }
    return DocumentError(
      reason, at: .text(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
  }
}
