/// What the last segment of a resource's path may be.
///
/// Source: API Gateway REST API reference, CreateResource; recorded answers for the texts.
public enum ResourceRules {
  /// Resources an API can have.
  public static let maximumCount = 300

  /// Refuses a path part that is neither literal text nor a variable.
  ///
  /// - Parameters:
  ///   - pathPart: `pets`, `{id}` or `{proxy+}`; letters, digits and `.`, `_`, `-`, `:`.
  ///   - field: The input member it came in.
  /// - Throws: `badRequest`.
  public static func check(
    pathPart: String, field: String = "pathPart"
  ) throws(CommandError) {
    let name = variableName(of: pathPart) ?? pathPart
    guard !name.isEmpty, name.utf8.allSatisfy(isAllowed) else {
      throw CommandError(
        .badRequest,
        "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and "
          + "curly braces at the beginning and the end.",
        field: field, remedy: "Use one segment such as pets, {petId} or {proxy+}, without a slash.")
    }
  }

  /// Refuses a whole path that is none from the root, or of which a part is neither literal nor variable.
  ///
  /// - Parameters:
  ///   - path: For example `/pets/{petId}`; `/` is the root.
  ///   - field: The input member it came in.
  /// - Throws: `badRequest`.
  public static func check(path: String, field: String = "path") throws(CommandError) {
    guard path.hasPrefix("/"), path == "/" || !path.hasSuffix("/") else {
      throw CommandError(
        .badRequest, "Invalid resource path specified: \(path)", field: field,
        remedy: "Use a path such as /pets/{petId}, from the root and without a slash at its end.")
    }
    guard path != "/" else { return }
    for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      do throws(CommandError) {
        try check(pathPart: String(part), field: field)
      } catch {
        throw CommandError(
          error.code, error.message, field: field,
          remedy: "Use letters, digits and . _ - : between the slashes, or a variable such as "
            + "{petId} or {proxy+}: /pets/{petId}.")
      }
    }
  }

  /// The name in `{name}` or `{name+}`, or nil for a literal path part.
  public static func variableName(of pathPart: String) -> String? {
    guard pathPart.hasPrefix("{"), pathPart.hasSuffix("}") else { return nil }
    let inner = pathPart.dropFirst().dropLast()
    return String(inner.last == "+" ? inner.dropLast() : inner)
  }

  /// Whether the path part takes all that follows, as `{proxy+}` does.
  public static func isGreedy(_ pathPart: String) -> Bool {
    variableName(of: pathPart) != nil && pathPart.hasSuffix("+}")
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || "._-:".utf8.contains(byte)
  }
}
