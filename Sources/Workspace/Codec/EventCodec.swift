import FoundationEssentials
import GatewayModel

/// Turns what a line says into the bytes of its `ops` array, and back.
///
/// The form is `[{"op":"apikey.put/1","value":{…},"was":17},{"op":"apikey.delete/1","ref":{…}}]`:
/// an entity's own members under API Gateway's names, in sorted order, so that equal content gives
/// equal bytes. Unknown members are ignored; unknown operations and newer versions are refused,
/// because skipping one would be to forget a change.
///
/// Keys and plan memberships, which workspaces hold by the ten thousand, have a hand-written form of
/// the same bytes; whatever it does not recognise goes the general way.
enum EventCodec {
  /// How the content of a line begins that takes another one back: corrections come first.
  static let correctionPrefix = Array(#"[{"of":"#.utf8)

  /// Writes a line's content.
  ///
  /// - Complexity: linear in the number of bytes.
  /// - Throws: `malformed` for a value JSON cannot hold, such as an infinite rate.
  static func encode(_ record: TransactionRecord) throws(EventCodecError) -> [UInt8] {
    if let bytes = KeyEventEncoder.encode(record) { return bytes }
    return try encodeGenerally(record)
  }

  /// Reads a line's content.
  ///
  /// - Complexity: linear in the number of bytes.
  static func decode(_ bytes: UnsafeRawBufferPointer) throws(EventCodecError) -> TransactionRecord {
    if let record = KeyEventDecoder.decode(bytes) { return record }
    return try decodeGenerally(bytes)
  }

  /// Reads a line's content.
  static func decode(_ bytes: [UInt8]) throws(EventCodecError) -> TransactionRecord {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(EventCodecError) in try decode(bytes) }
    }
    return try result.get()
  }

  /// Writes any content by `Codable`.
  static func encodeGenerally(_ record: TransactionRecord) throws(EventCodecError) -> [UInt8] {
    var operations = record.correction.map { [OperationRecord.correction($0)] } ?? []
    operations += record.events.map(OperationRecord.event)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(operations))
    } catch {
      throw .malformed(summary(of: error))
    }
  }

  /// Reads any content by `Codable`.
  static func decodeGenerally(
    _ bytes: UnsafeRawBufferPointer
  ) throws(EventCodecError) -> TransactionRecord {
    var record = TransactionRecord(events: [])
    do {
      for operation in try JSONDecoder().decode([OperationRecord].self, from: Data(bytes)) {
        switch operation {
        case .event(let event): record.events.append(event)
        case .correction(let correction): record.correction = correction
        }
      }
    } catch let error as EventCodecError {
      throw error
    } catch {
      throw .malformed(summary(of: error))
    }
    return record
  }

  /// Where and why, without the value itself, which may be a secret.
  private static func summary(of error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty
        ? "the array"
        : path.map { $0.intValue.map(String.init) ?? $0.stringValue }
          .joined(separator: ".")
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      return "\(place(context.codingPath + [key])) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "\(place(context.codingPath)) is of the wrong type"
    case DecodingError.dataCorrupted(let context):
      return "\(place(context.codingPath)) cannot be read"
    case EncodingError.invalidValue(_, let context):
      return "\(place(context.codingPath)) cannot be written"
    default: return "it cannot be read"
    }
  }
}
