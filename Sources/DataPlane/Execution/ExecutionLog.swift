import GatewayModel

/// The lines API Gateway writes about one request, for whoever tests a method.
///
/// Source: API Gateway developer guide, "CloudWatch log formats for API Gateway"; recorded answers of
/// TestInvokeMethod.
final class ExecutionLog {
  /// The longest line, in characters of its text.
  static let lineLimitCharacters = 1_024

  private let clock: () -> Timestamp
  /// The lines so far.
  private(set) var text: String

  /// - Parameter clock: The time by the calendar.
  init(requestId: String, clock: @escaping () -> Timestamp) {
    self.clock = clock
    text = "Execution log for request \(requestId)\n"
  }

  /// Adds a line; line ends in what clients or backends sent do not make another.
  func note(_ line: String) {
    let flat = line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: " ")
    let shown =
      flat.count > Self.lineLimitCharacters
      ? "\(flat.prefix(Self.lineLimitCharacters)) [TRUNCATED]" : flat
    text += "\(Self.date(clock())) : \(shown)\n"
  }

  /// Adds a line with named values, as `{a=1, b=2,3}`; secrets are masked.
  func note(_ title: String, _ fields: RequestFields) {
    let pairs = fields.grouped.map { name, values in
      "\(name)=\(values.map { Self.shown(name, $0) }.joined(separator: ","))"
    }
    note("\(title): {\(pairs.joined(separator: ", "))}")
  }

  /// Adds a line with a body; one that is no text shows as its length.
  func note(_ title: String, body: [UInt8]) {
    let text = String(validating: body, as: UTF8.self) ?? "[Binary Data] \(body.count) bytes"
    note("\(title): \(text)")
  }

  /// Header fields whose values are secrets.
  private static let secrets: Set<String> = [
    "authorization", "cookie", "proxy-authorization", "set-cookie", "x-amz-security-token",
    "x-api-key",
  ]

  private static func shown(_ name: String, _ value: String) -> String {
    guard secrets.contains(name.lowercased()) else { return value }
    return "*****" + (value.utf8.count < 12 ? "" : value.suffix(4))
  }

  /// `Tue Nov 24 22:10:00 UTC 2026`.
  private static func date(_ time: Timestamp) -> String {
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = time.day
    let date = day.date
    return "\(weekdays[day.weekday]) \(months[date.month - 1]) "
      + "\(date.day < 10 ? "0" : "")\(date.day) \(time.timeOfDay) UTC \(date.year)"
  }
}
