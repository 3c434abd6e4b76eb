/// What a backend answered, whole.
struct BackendAnswer: Sendable {
  /// Three digits.
  var status: Int
  /// The header fields, in their order.
  var headers: RequestFields
  /// The body.
  var body: [UInt8]
}
