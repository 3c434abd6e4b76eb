/// Why a template gave no text.
public enum TemplateError: Error, Sendable, Hashable {
  /// The body is no JSON, but the template asks for a part of it.
  ///
  /// The text says where reading stopped.
  case bodyIsNotJSON(String)
  /// A rule of the language was broken while rendering, in words.
  case failed(String)
  /// A limit was reached, in words.
  case limitReached(String)
}

extension TemplateError: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .bodyIsNotJSON(let reason): "the body is no JSON: \(reason)"
    case .failed(let reason), .limitReached(let reason): reason
    }
  }
}
