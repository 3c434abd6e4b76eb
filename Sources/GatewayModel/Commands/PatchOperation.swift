/// One step of an update, as API Gateway's PATCH bodies have it; every member is text.
///
/// Updates keep this form inside the model too: its path rules are API Gateway's, and a change made in
/// the console can be shown as the AWS CLI line that would do the same.
/// Source: API Gateway REST API reference, "Patch operations".
public struct PatchOperation: Sendable, Hashable, Codable {
  /// `add`, `remove`, `move`, `test`, `replace` or `copy`.
  public var op: String
  /// A JSON Pointer, `/` inside a token as `~1`, `~` as `~0`.
  public var path: String?
  /// The new value, always as text.
  public var value: String?
  /// The source of a `copy`.
  public var from: String?

  /// A step.
  public init(op: String, path: String?, value: String? = nil, from: String? = nil) {
    self.op = op
    self.path = path
    self.value = value
    self.from = from
  }

  /// Sets a member.
  public static func replace(_ path: String, _ value: String) -> PatchOperation {
    PatchOperation(op: "replace", path: path, value: value)
  }

  /// Adds to a collection.
  public static func add(_ path: String, _ value: String) -> PatchOperation {
    PatchOperation(op: "add", path: path, value: value)
  }

  /// Takes a member away.
  public static func remove(_ path: String, _ value: String? = nil) -> PatchOperation {
    PatchOperation(op: "remove", path: path, value: value)
  }

  /// Escapes a token of a path: `~` as `~0`, `/` as `~1`.
  public static func escaped(_ token: String) -> String {
    var result = ""
    for character in token {
      switch character {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.append(character)
      }
    }
    return result
  }

  /// The text of an escaped token: `~1` first, then `~0`, once.
  public static func unescaped(_ token: some StringProtocol) -> String {
    token.split(separator: "~1", omittingEmptySubsequences: false)
      .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
      .joined(separator: "/")
  }
}
