import GatewayModel

extension Timestamp {
  /// The moment as text that sorts as the moments do, from 1970 on.
  var sortText: String {
    let digits = String(max(0, microseconds))
    return String(repeating: "0", count: 20 - digits.utf8.count) + digits
  }
}
