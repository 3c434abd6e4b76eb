/// Collects values outside their enumeration or pattern into API Gateway's one `ValidationException`.
///
/// API Gateway reports all of them at once, in the order of the request's model, before any rule of
/// an entity is asked.
/// Source: recorded answers, "1 validation error detected: Value 'x' at 'path' failed …".
struct ConstraintViolations {
  private var texts: [String] = []
  private var field: String?

  /// Notes a value that is none of the permitted ones.
  ///
  /// - Parameters:
  ///   - value: The value as it arrived; nil is no violation.
  ///   - path: Where, for example `createRestApiInput.endpointConfiguration.ipAddressType`.
  ///   - permitted: The enumeration, in the order the error text lists it.
  ///   - field: The input member a form would mark.
  mutating func check(
    _ value: String?, at path: String, among permitted: [String], field: String? = nil
  ) {
    guard let value, !permitted.contains(value) else { return }
    let set = permitted.joined(separator: ", ")
    note(value, at: path, must: "Member must satisfy enum value set: [\(set)]", field: field)
  }

  /// Notes a value that breaks a constraint.
  ///
  /// - Parameters:
  ///   - value: The value as it arrived.
  ///   - path: Where it arrived.
  ///   - constraint: What it had to be, for example `Member must satisfy regular expression pattern: …`.
  ///   - field: The input member a form would mark.
  mutating func note(
    _ value: String, at path: String, must constraint: String, field: String? = nil
  ) {
    texts.append("Value '\(value)' at '\(path)' failed to satisfy constraint: \(constraint)")
    self.field = self.field ?? field
  }

  /// Throws what was noted, if anything was.
  func throwIfAny() throws(CommandError) {
    guard !texts.isEmpty else { return }
    let noun = texts.count == 1 ? "error" : "errors"
    throw CommandError(
      .validation,
      "\(texts.count) validation \(noun) detected: \(texts.joined(separator: "; "))",
      field: field, remedy: "Use one of the permitted values.")
  }
}
