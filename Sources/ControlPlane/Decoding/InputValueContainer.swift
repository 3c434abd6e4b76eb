import GatewayModel

/// Reads one value.
struct InputValueContainer: SingleValueDecodingContainer {
  let value: JSONValue
  let codingPath: [any CodingKey]

  func decodeNil() -> Bool { value == .null }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let decoded: Any? =
      switch type {
      case is String.Type: text
      case is Bool.Type: truth
      case is Int.Type: whole
      case is Double.Type: number
      default: try Value(from: InputDecoder(value, codingPath: codingPath))
      }
    guard let result = decoded as? Value else {
      throw InputDecoder(value, codingPath: codingPath).mismatch("another type was expected")
    }
    return result
  }

  private var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  private var truth: Bool? {
    if case .bool(let truth) = value { truth } else { nil }
  }

  private var whole: Int? {
    switch value {
    case .integer(let number): Int(exactly: number)
    case .double(let number): Int(exactly: number)
    default: nil
    }
  }

  private var number: Double? {
    switch value {
    case .integer(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }
}
