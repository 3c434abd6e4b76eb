extension ApiStage {
  /// The key of a method in `throttle`, read from the text a client sent.
  ///
  /// Clients write `/pets/GET`, `//GET` for the root, and the path escaped (`~1pets/GET`); all come to
  /// the first form.
  /// - Parameter text: A resource path, a slash and a verb.
  /// - Throws: `badRequest` when the path or the verb is missing or unknown.
  static func throttleKey(_ text: String, field: String) throws(CommandError) -> String {
    guard let slash = text.lastIndex(of: "/") else { throw badThrottleKey(text, field) }
    let path = PatchOperation.unescaped(text[..<slash])
    return try throttleKey(
      path: path, verb: String(text[text.index(after: slash)...]), field: field)
  }

  /// The key of a method in `throttle`, from its parts as a client sent them.
  static func throttleKey(
    path: String, verb: String, field: String
  ) throws(CommandError) -> String {
    guard Method.httpMethods.contains(verb), !path.isEmpty,
      path.utf8.allSatisfy(ASCII.isVisible)
    else { throw badThrottleKey("\(path)/\(verb)", field) }
    return throttleKey(path: path.hasPrefix("/") ? path : "/\(path)", httpMethod: verb)
  }

  private static func badThrottleKey(_ text: String, _ field: String) -> CommandError {
    CommandError(
      .badRequest, "Invalid method throttle specified: \(text)", field: field,
      remedy: "Name a method as its path and verb: /pets/GET, or //GET for the root.")
  }
}
