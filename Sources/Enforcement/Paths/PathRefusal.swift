/// Why a request path is answered 400 before anything is looked up.
///
/// Each case is a spelling that two programs read differently; a gateway that guesses lets a caller
/// reach one method under the rules of another.
public enum PathRefusal: UInt8, Sendable, Hashable, CaseIterable {
  /// The path does not begin with `/`.
  case notAbsolute = 1
  /// The path is longer than `PathCanonicalizer.limitBytes`.
  case tooLong
  /// A `%` without two hexadecimal digits after it.
  case badEscape
  /// `%2F`: a slash that is no separator.
  case escapedSlash
  /// `\` or `%5C`, which some servers take for a slash.
  case backslash
  /// A control character, plain or escaped, NUL among them.
  case controlCharacter
  /// Bytes that are not UTF-8, overlong forms and surrogates among them.
  case badUTF8
  /// A segment `.` or `..`, in any spelling, also before a `;`.
  case dotSegment
  /// `?` or `#`: the caller passed more than the path.
  case delimiter

  /// The refusal in words.
  public var sentence: String {
    switch self {
    case .notAbsolute: "the path does not begin with /"
    case .tooLong: "the path is longer than \(PathCanonicalizer.limitBytes) bytes"
    case .badEscape: "the path has a % without two hexadecimal digits"
    case .escapedSlash: "the path has an escaped slash (%2F)"
    case .backslash: "the path has a backslash"
    case .controlCharacter: "the path has a control character"
    case .badUTF8: "the path is not UTF-8"
    case .dotSegment: "the path has a segment . or .."
    case .delimiter: "the path has a ? or #"
    }
  }
}
