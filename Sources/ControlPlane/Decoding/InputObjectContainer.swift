import GatewayModel

/// Reads the members of an object by name.
struct InputObjectContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let object: JSONObject
  let codingPath: [any CodingKey]

  var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { object[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool {
    object[key.stringValue].map { $0 == .null } ?? true
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    guard let value = object[key.stringValue] else {
      // Inputs hold lists and maps that are empty unless sent.
      if let empty = (type as? any EmptyByDefault.Type)?.empty as? Value { return empty }
      throw DecodingError.keyNotFound(
        key, DecodingError.Context(codingPath: codingPath, debugDescription: "not sent"))
    }
    return try InputValueContainer(value: value, codingPath: codingPath + [key]).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    InputDecoder(.object(object), codingPath: codingPath)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { decoder(key) }

  private func decoder(_ key: Key) -> InputDecoder {
    InputDecoder(object[key.stringValue] ?? .null, codingPath: codingPath + [key])
  }
}

/// A collection that stands empty where nothing was sent.
private protocol EmptyByDefault {
  static var empty: Self { get }
}

extension Array: EmptyByDefault {
  fileprivate static var empty: [Element] { [] }
}

extension Dictionary: EmptyByDefault {
  fileprivate static var empty: [Key: Value] { [:] }
}
