import HTTPServer

/// The path and query of a request, decoded once.
///
/// A signature covers a target without its dot segments and repeated slashes. What is read here must not
/// differ between two targets that one signature covers, so dot segments are refused, and empty segments
/// fit no operation.
struct RequestTarget {
  /// The segments between slashes, decoded.
  let segments: [String]
  /// The query's items in the order sent, decoded.
  let query: [QueryItem]

  /// Reads a target, or nil if an escape in it is broken, its bytes are no UTF-8, or a segment is `.` or
  /// `..`, escaped or not.
  init?(_ target: UnsafeRawBufferPointer) {
    let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.count
    var segments: [String] = []
    for part in target[..<mark].split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      guard let text = PercentEncoding.decoded(part, plusIsBlank: false), text != ".", text != ".."
      else { return nil }
      segments.append(text)
    }
    // What stands before the first slash.
    if segments.first == "" { segments.removeFirst() }
    if segments == [""] { segments = [] }
    self.segments = segments
    guard mark < target.count,
      let query = PercentEncoding.items(target[(mark + 1)...], plusIsBlank: false)
    else {
      self.query = []
      if mark < target.count { return nil }
      return
    }
    self.query = query
  }
}
