/// Why the bytes at some place are not the record that is expected there.
enum LineProblem: Error, Hashable {
  /// The line ends without a trailer.
  case trailer
  /// The checksum does not fit.
  case checksum(expected: UInt32, found: UInt32)
  /// A field is missing, out of order or not of its form.
  case field(StaticName)
  /// A later version of the format.
  case newerVersion(UInt64)
  /// Another record than the next one.
  case sequence(expected: UInt64, found: UInt64)
  /// The record follows another history.
  case chain(expected: Chain, found: Chain)
  /// No line break within the longest line.
  case tooLong
  /// The bytes end before the line does.
  case unterminated

  /// A field's name.
  typealias StaticName = String

  init(_ problem: Trailer.Problem) {
    switch problem {
    case .malformed: self = .trailer
    case .checksum(let expected, let found): self = .checksum(expected: expected, found: found)
    }
  }

  /// What is wrong, to follow "record n".
  var description: String {
    switch self {
    case .trailer: "has no valid trailer"
    case .checksum(let expected, let found):
      "has checksum \(String(found, radix: 16)) where its trailer says "
        + String(expected, radix: 16)
    case .field(let name): "has no valid field \"\(name)\""
    case .newerVersion(let version): "is of format version \(version)"
    case .sequence(let expected, let found): "is number \(found) where \(expected) is due"
    case .chain(let expected, let found):
      "follows chain \(found) where the record before it has \(expected)"
    case .tooLong: "is longer than \(JournalLimits.lineBytes) bytes"
    case .unterminated: "is cut off"
    }
  }
}
