import CYaml
import GatewayModel

/// Writes a value as YAML: the one place that knows libyaml's emitter.
///
/// Texts stand in quotes, or as a block where they have several lines; names stand without quotes only
/// where no reader of any YAML could take them for something else.
final class YAMLWriter {
  /// The emitter keeps its own address, so it must not move.
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private var bytes: [UInt8] = []

  private init() {
    emitter = .allocate(capacity: 1)
    yaml_emitter_initialize(emitter)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_indent(emitter, 2)
    yaml_emitter_set_width(emitter, -1)
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  /// The text of a value.
  ///
  /// - Complexity: linear in the length of the text.
  static func text(of value: JSONValue) -> String {
    let writer = YAMLWriter()
    writer.write(document: value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(document value: JSONValue) {
    let this = Unmanaged.passUnretained(self).toOpaque()
    yaml_emitter_set_output(
      emitter,
      { this, buffer, count in
        guard let this, let buffer else { return 0 }
        let writer = Unmanaged<YAMLWriter>.fromOpaque(this).takeUnretainedValue()
        writer.bytes += UnsafeBufferPointer(start: buffer, count: count)
        return 1
      }, this)
    emit { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    emit { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
    write(value)
    emit { yaml_document_end_event_initialize(&$0, 1) }
    emit { yaml_stream_end_event_initialize(&$0) }
  }

  private func write(_ value: JSONValue) {
    switch value {
    case .null, .bool, .integer, .double: scalar(value.text, YAML_PLAIN_SCALAR_STYLE)
    case .string(let text):
      scalar(
        text, text.contains("\n") ? YAML_LITERAL_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE)
    case .array(let values):
      let style = values.isEmpty ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
      emit { yaml_sequence_start_event_initialize(&$0, nil, nil, 1, style) }
      for value in values { write(value) }
      emit { yaml_sequence_end_event_initialize(&$0) }
    case .object(let object):
      let style = object.members.isEmpty ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
      emit { yaml_mapping_start_event_initialize(&$0, nil, nil, 1, style) }
      for member in object.members {
        scalar(
          member.name,
          Self.isPlain(member.name) ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        write(member.value)
      }
      emit { yaml_mapping_end_event_initialize(&$0) }
    }
  }

  private func scalar(_ text: String, _ style: yaml_scalar_style_t) {
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBufferPointer { bytes in
      var nothing: UInt8 = 0
      emit { event in
        withUnsafeMutablePointer(to: &nothing) { nothing in
          yaml_scalar_event_initialize(
            &event, nil, nil, bytes.baseAddress ?? nothing, Int32(bytes.count), 1, 1, style)
        }
      }
    }
  }

  /// Events of the right order never fail but for want of memory, where nothing helps.
  private func emit(_ initialize: (inout yaml_event_t) -> Int32) {
    var event = yaml_event_t()
    guard initialize(&event) == 1 else { return }
    _ = yaml_emitter_emit(emitter, &event)
  }

  /// Names that begin with a letter, a slash or the like and are no word of YAML's.
  private static func isPlain(_ name: String) -> Bool {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    guard let first = name.utf8.first, first == UInt8(ascii: "/") || isLetter(first),
      !words.contains(name.lowercased())
    else { return false }
    return name.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || "/._-+$".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
