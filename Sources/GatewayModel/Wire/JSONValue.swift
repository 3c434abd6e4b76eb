/// A JSON value as API Gateway's answers hold it: objects keep their order, whole numbers and numbers
/// with a point are different things.
public indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Printed with a point even when whole, as `rateLimit` is: `200.0`.
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }

  /// A map from texts to texts, sorted by key; an empty one is `{}`.
  public static func map(_ map: [String: String]) -> JSONValue {
    .object(JSONObject(sorting: map.mapValues(JSONValue.string)))
  }

  /// A moment as API Gateway prints it: whole seconds since 1970.
  public static func timestamp(_ moment: Timestamp) -> JSONValue { .integer(moment.seconds) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A number with a point.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// A truth.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object, in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}
