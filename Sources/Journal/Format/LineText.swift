/// Lines other than records, which are written seldom enough to be put together as text.
enum LineText {
  /// An opened JSON object with the trailer that closes it.
  static func withTrailer(_ object: String) -> [UInt8] {
    var line = Array(object.utf8)
    let bodyCount = line.count
    line.append(contentsOf: repeatElement(0, count: Trailer.byteCount))
    line.withUnsafeMutableBytes { Trailer.write(to: $0, after: bodyCount) }
    return line
  }

  /// A number as 16 digits, so that names sort as numbers do.
  static func sixteenDigits(_ number: UInt64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }
}
