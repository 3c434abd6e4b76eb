public import GatewayModel

/// The answer to a request that succeeded.
public struct OperationAnswer: Sendable {
  /// What is sent.
  public enum Content: Sendable {
    /// No body.
    case empty
    /// A JSON value.
    case json(JSONValue)
    /// An XML document that quotes the request's id.
    case document(@Sendable (_ requestId: String) -> String)
    /// Bytes of another type.
    case bytes([UInt8], contentType: String)
  }

  /// The body.
  public var content: Content
  /// Header fields beside type, length and the request's id.
  public var headers: [(name: String, value: String)]
  /// Replaces the operation's status; nil keeps it.
  public var status: Int?

  /// An answer.
  public init(
    _ content: Content, headers: [(name: String, value: String)] = [], status: Int? = nil
  ) {
    self.content = content
    self.headers = headers
    self.status = status
  }

  /// No body.
  public static let empty = OperationAnswer(.empty)

  /// An XML document.
  static func xml(_ document: @escaping @Sendable (String) -> String) -> OperationAnswer {
    OperationAnswer(.document(document))
  }

  /// A JSON value.
  public static func json(_ value: JSONValue) -> OperationAnswer {
    OperationAnswer(.json(value))
  }
}
