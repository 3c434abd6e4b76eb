import GatewayModel

/// The types of JSON, as schemas name them.
enum SchemaType: String, Sendable, Hashable, CaseIterable {
  case array
  case boolean
  case integer
  case null
  case number
  case object
  case string

  /// The narrowest type of a value: what is written with a point or an exponent is no integer.
  init(of value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool: self = .boolean
    case .integer: self = .integer
    case .double: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }
}
