import CSystem
import GatewayModel

/// Where a page of a list begins: behind the row with this sort key.
///
/// It names the last row's place in the order, never a count of rows, so rows that come or go between two
/// pages neither skip nor repeat others. To clients it is opaque; the checksum tells a mangled token, or
/// one of another list, from a good one. It guards nothing: whoever may list rows may begin anywhere.
struct PageToken: Hashable {
  /// The sort key of the last row, part by part.
  let key: [String]

  private static let version: UInt8 = 1
  private static let separator: UInt8 = 0

  /// The token as text.
  ///
  /// - Parameter list: The list's name, for example `apikeys`.
  func text(list: String) -> String {
    var record = [Self.version]
    record += key.map { Array($0.utf8) }.joined(separator: [Self.separator])
    return Base64URL.text(Self.checksum(of: record, list: list) + record)
  }

  /// A token with this sort key.
  init(key: [String]) {
    self.key = key
  }

  /// Reads a token.
  ///
  /// - Throws: `badRequest` for anything that is no token of this list.
  init(_ text: String, list: String) throws(CommandError) {
    guard text.utf8.count <= ControlPlaneLimits.positionCharacters,
      let bytes = Base64URL.bytes(text), bytes.count >= 5, bytes[4] == Self.version,
      Self.checksum(of: Array(bytes[4...]), list: list) == Array(bytes[..<4])
    else { throw Self.invalid }
    var key: [String] = []
    for part in bytes[5...].split(separator: Self.separator, omittingEmptySubsequences: false) {
      guard let text = String(validating: part, as: UTF8.self) else { throw Self.invalid }
      key.append(text)
    }
    self.key = key
  }

  /// The refusal of a token that is none.
  static let invalid = CommandError(
    .badRequest, "Invalid position parameter", field: "position",
    remedy: "Use the position of the page before, of the same list.")

  private static func checksum(of record: [UInt8], list: String) -> [UInt8] {
    let bytes = Array(list.utf8) + [separator] + record
    let sum = bytes.withUnsafeBytes { ks_crc32c(0, $0.baseAddress, $0.count) }
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
  }
}
