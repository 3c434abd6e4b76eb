/// Why a pattern cannot be used.
struct JavaPatternError: Error {
  let reason: String
}
