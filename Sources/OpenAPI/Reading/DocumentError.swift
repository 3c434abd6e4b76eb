public import GatewayModel

/// Why a document cannot be imported, and where.
public struct DocumentError: Error, Sendable, Hashable {
  /// Where in a document something is.
  public enum Place: Sendable, Hashable {
    /// The document as a whole.
    case whole
    /// A place in the text, both counted from 1; columns in characters of the line.
    case text(line: Int, column: Int)
    /// A value, as a JSON pointer such as `/paths/~1pets/get`.
    case pointer(String)
  }

  /// Where.
  public var place: Place
  /// What is wrong there, without a full stop.
  public var reason: String

  /// An error at a place.
  public init(_ reason: String, at place: Place = .whole) {
    self.place = place
    self.reason = reason
  }

  /// The place and the reason as people read them.
  public var message: String {
    switch place {
    case .whole: reason
    case .text(let line, let column): "line \(line), column \(column): \(reason)"
    case .pointer(let pointer): "\(pointer.isEmpty ? "/" : pointer): \(reason)"
    }
  }

  /// The refusal every surface knows: API Gateway tells no more than its text.
  ///
  /// Source: recorded answer of ImportRestApi to a body that is neither JSON nor YAML.
  public var refusal: CommandError {
    CommandError(
      .badRequest, "Invalid OpenAPI input.", field: "body", remedy: "\(message).")
  }
}
