/// What answers a method that is set up in one go.
public enum MethodBackend: Sendable, Hashable {
  /// The gateway itself, always alike.
  ///
  /// - Parameters:
  ///   - status: 100 to 599.
  ///   - body: A template for `application/json`; empty for no body.
  case mock(status: Int, body: String)
  /// An HTTP backend, passed through.
  ///
  /// - Parameter url: `http://…` or `https://…`; `{name}` stands for the path variable of that name.
  case proxy(url: String)
}
