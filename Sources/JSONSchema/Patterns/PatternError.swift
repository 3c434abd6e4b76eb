/// Why a regular expression cannot be used.
public enum PatternError: Error, Sendable, Hashable {
  /// It is no regular expression: what is wrong, and at which character, counted from 0.
  case malformed(String, at: Int)
  /// It needs what cannot be matched in linear time, or is not known here.
  case unsupported(String)
  /// It is longer than `Pattern.instructionLimit` allows once its repetitions are written out.
  case tooLong
}
