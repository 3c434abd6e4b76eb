import GatewayModel
import Journal

/// What reading a whole journal came to, printed.
struct VerificationText {
  private let result: JournalVerification

  init(_ result: JournalVerification) {
    self.result = result
  }

  /// One line; the first word is the verdict.
  var summary: String {
    let counts = [
      CountText.of(result.recordCount, "line"), CountText.of(result.byteCount, "byte"),
      CountText.of(result.segmentCount, "segment"), "head \(result.head)",
    ]
    return "\(result.isSound ? "sound" : "damaged")  \(counts.joined(separator: ", "))"
  }

  /// Counts, head, and the first problem with its place.
  var json: JSONValue {
    [
      "isSound": .bool(result.isSound), "journal": .string("\(result.identity)"),
      "segmentCount": .integer(result.segmentCount),
      "recordCount": .integer(Int64(clamping: result.recordCount)),
      "byteCount": .integer(Int64(clamping: result.byteCount)), "head": .string("\(result.head)"),
      "notices": .array(result.notices.map { .string($0) }),
      "firstProblem": result.firstProblem.map(Self.json) ?? .null,
    ]
  }

  private static func json(_ problem: JournalError) -> JSONValue {
    let place = problem.location
    return [
      "code": .string(problem.code.rawValue), "message": .string(problem.message),
      "remedy": .string(problem.remedy), "file": place.map { .string($0.file) } ?? .null,
      "offset": place?.offset.map { .integer($0) } ?? .null,
      "sequence": place?.sequence.map { .integer(Int64(clamping: $0)) } ?? .null,
      "firstBytes": problem.firstBytes.map { .string($0) } ?? .null,
    ]
  }
}
