import GatewayModel

/// One schema, compiled: what it asks of a value, with the schemas in it by number.
struct SchemaNode: Sendable {
  /// What is asked of what no other keyword speaks of.
  enum Additional: Sendable {
    case allowed
    case refused
    case schema(Int)
  }

  enum Items: Sendable {
    case every(Int)
    case each([Int])
  }

  enum Dependency: Sendable {
    case names([String])
    case schema(Int)
  }

  struct Bound: Sendable {
    var value: JSONValue
    var number: SchemaNumber
    var isExclusive: Bool
  }

  /// Another schema that stands in for this one.
  var reference: Int?
  /// Empty for any type.
  var types: Set<SchemaType> = []
  /// In the form that makes equal values the same.
  var permitted: Set<JSONValue>?
  /// The list of permitted values, as JSON.
  var permittedText = ""

  var minimum: Bound?
  var maximum: Bound?
  var multipleOf: Bound?

  var minLength = 0
  var maxLength: Int?
  var pattern: Pattern?
  var format: SchemaFormat?

  var items: Items?
  var additionalItems = Additional.allowed
  var minItems = 0
  var maxItems: Int?
  var hasUniqueItems = false

  var properties: [String: Int] = [:]
  var patternProperties: [(pattern: Pattern, schema: Int)] = []
  var additionalProperties = Additional.allowed
  /// Sorted.
  var required: [String] = []
  var minProperties = 0
  var maxProperties: Int?
  /// Sorted by name.
  var dependencies: [(name: String, dependency: Dependency)] = []

  var allOf: [Int] = []
  var anyOf: [Int] = []
  var oneOf: [Int] = []
  var not: Int?
}
