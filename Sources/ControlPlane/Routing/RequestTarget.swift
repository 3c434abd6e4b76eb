import HTTPServer

/// The path and query of a request, decoded once.
struct RequestTarget {
  /// The segments between slashes, decoded.
  let segments: [String]
  /// The query's items in the order sent, decoded.
  let query: [QueryItem]

  /// Reads a target, or nil if an escape in it is broken or its bytes are no UTF-8.
  init?(_ target: UnsafeRawBufferPointer) {
    let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.count
    var segments: [String] = []
    for part in target[..<mark].split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      guard let text = PercentEncoding.decoded(part, plusIsBlank: false) else { return nil }
      segments.append(text)
    }
    // What stands before the first slash.
    if segments.first == "" { segments.removeFirst() }
    if segments == [""] { segments = [] }
    self.segments = segments
    guard mark < target.count,
      let query = PercentEncoding.items(target[(mark + 1)...])
    else {
      self.query = []
      if mark < target.count { return nil }
      return
    }
    self.query = query
  }
}
