/// A path into a JSON value, as `$input.json` and `$input.path` take it.
///
/// Source: the JsonPath library for Java, which API Gateway uses.
struct JSONPath: Sendable {
  indirect enum Step: Sendable {
    case member(String)
    case members([String])
    /// From the end if negative.
    case item(Int)
    case items([Int])
    case slice(from: Int?, to: Int?)
    case all
    /// Everything below, each value with all that is in it.
    case descend
    case filter(Condition)
    case function(Function)
  }

  enum Function: String, Sendable {
    case length, size, min, max, sum, avg, keys, first, last
  }

  /// What a filter asks of an item.
  indirect enum Condition: Sendable {
    case exists([Step])
    case compare(Operand, Comparison, Operand)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)
  }

  enum Operand: Sendable {
    /// A path from the item (`@`) or from the whole value (`$`).
    case path([Step], isFromRoot: Bool)
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
    case list([Operand])
    case pattern(JavaPattern)
  }

  enum Comparison: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, among, notAmong, matches
    case isEmpty
  }

  let steps: [Step]

  /// Reads a path.
  ///
  /// - Throws: `JSONPathError` for what is outside the supported paths.
  init(_ text: String) throws(JSONPathError) {
    var parser = JSONPathParser(text)
    steps = try parser.path()
  }

  /// Whether the path leads to one place at most; any other gives a list.
  var isDefinite: Bool {
    steps.allSatisfy { step in
      switch step {
      case .member, .item, .function: true
      case .members, .items, .slice, .all, .descend, .filter: false
      }
    }
  }
}
