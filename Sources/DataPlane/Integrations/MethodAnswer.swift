/// What a method answers, whole.
struct MethodAnswer: Sendable {
  /// From 200 to 599.
  var status: Int
  /// The header fields, in their order, without those that every answer of the gateway carries.
  var headers: [(name: String, value: String)]
  /// The body.
  var body: [UInt8]

  /// Sets a header field in place of one with the same name.
  mutating func set(_ name: String, _ value: String) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    headers.append((name, value))
  }
}
