/// Why a path cannot be used.
struct JSONPathError: Error {
  /// What stands there that is not supported, in words.
  let reason: String
}
