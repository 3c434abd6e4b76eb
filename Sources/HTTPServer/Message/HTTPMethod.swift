/// The request methods the server passes on; every other one is refused before a handler sees it.
///
/// The raw values are libhttp-parser's numbers.
public enum HTTPMethod: UInt8, Sendable, CaseIterable {
  /// `DELETE`
  case delete = 0
  /// `GET`
  case get = 1
  /// `HEAD`
  case head = 2
  /// `POST`
  case post = 3
  /// `PUT`
  case put = 4
  /// `OPTIONS`
  case options = 6
  /// `PATCH`
  case patch = 28

  /// The method as it stands on the wire.
  public var name: StaticString {
    switch self {
    case .delete: "DELETE"
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .put: "PUT"
    case .options: "OPTIONS"
    case .patch: "PATCH"
    }
  }
}
