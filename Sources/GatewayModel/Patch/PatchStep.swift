/// A patch operation whose word and path a table knows.
struct PatchStep: Sendable {
  /// The word.
  let op: PatchOp
  /// The path as it arrived.
  let path: String
  /// The new value, always text; nil when none was sent.
  let value: String?
  /// The source of a `copy`.
  let from: String?
  /// What stands at the path's open places, unescaped, from left to right.
  let captures: [String]

  /// The value as a truth: anything but `true` is false, and no value is false.
  ///
  /// Source: recorded answer to `replace /enabled` with `not-a-boolean`.
  var boolean: Bool { value?.lowercased() == "true" }

  /// The input member the path names, as forms name it: `throttle.rateLimit` of `/throttle/rateLimit`.
  var field: String {
    path.dropFirst().split(separator: "/").joined(separator: ".")
  }

  /// The value, unless none or an empty one was sent.
  var text: String? { value?.nonEmpty }
}
