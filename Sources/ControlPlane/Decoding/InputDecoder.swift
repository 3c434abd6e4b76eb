import GatewayModel

/// Reads a command's input from checked members, without text in between.
///
/// A list or map that is not there reads as empty where the input needs one; null reads as absent.
struct InputDecoder: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ value: JSONValue, codingPath: [any CodingKey] = []) {
    self.value = value
    self.codingPath = codingPath
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let object) = value else { throw mismatch("an object") }
    return KeyedDecodingContainer(InputObjectContainer(object: object, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let values) = value else { throw mismatch("a list") }
    return InputListContainer(values: values, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    InputValueContainer(value: value, codingPath: codingPath)
  }

  func mismatch(_ wanted: String) -> DecodingError {
    .typeMismatch(
      JSONValue.self, DecodingError.Context(codingPath: codingPath, debugDescription: wanted))
  }

  /// What could not be read, for the client.
  static func message(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "Missing member \((context.codingPath + [key]).map(\.stringValue).joined(separator: "."))"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      "Member \(context.codingPath.map(\.stringValue).joined(separator: ".")) cannot be read: "
        + context.debugDescription
    default: "The request cannot be read"
    }
  }
}
