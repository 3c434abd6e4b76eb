/// Names and values typed as `name=value,name=value`: tags and stage variables in forms and options.
public struct NamedPairs: Sendable, Hashable {
  /// The values by name.
  public let values: [String: String]

  /// Reads pairs; blanks around names and values are dropped, and a value may hold `=`.
  ///
  /// - Parameters:
  ///   - text: Empty for none.
  ///   - field: The input member, for errors.
  /// - Throws: `badRequest` for a pair without `=` or name, and for a name that is there twice.
  public init(_ text: String, field: String) throws(CommandError) {
    var values: [String: String] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).trimmingBlanks }
      guard parts.count == 2, !parts[0].isEmpty, values[parts[0]] == nil else {
        throw CommandError(
          .badRequest, "'\(String(pair).trimmingBlanks)' is no name=value of its own", field: field,
          remedy: "Use name=value,name=value, with each name once.")
      }
      values[parts[0]] = parts[1]
    }
    self.values = values
  }

  /// The pairs of a map.
  public init(_ values: [String: String]) {
    self.values = values
  }

  /// The pairs as they are typed, sorted by name.
  public var text: String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }
}
