/// The one reading of a request path: what routing, limits, records and the backend all use.
///
/// Only `PathCanonicalizer` makes one, so no code can match on bytes that were not checked. The bytes
/// belong to the canonicalizer or to the request and are valid as long as those are.
public struct CanonicalPath {
  /// The path without the slashes at its end; empty for the root. Begins with one `/` otherwise.
  public let bytes: UnsafeRawBufferPointer
  /// Why the path must be refused; nil if it may be used.
  public let refusal: PathRefusal?
  /// Whether `//` occurred in the whole address: without it nothing has to be looked for here.
  private let mayHaveEmptySegment: Bool

  /// Whether `//` occurs inside; backends differ on what that means.
  ///
  /// - Complexity: linear in the length of the path if `//` occurs anywhere in the address, else constant.
  public var hasEmptySegment: Bool {
    guard mayHaveEmptySegment else { return false }
    var last: UInt8 = 0
    for byte in bytes {
      if byte == Byte.slash, last == Byte.slash { return true }
      last = byte
    }
    return false
  }

  /// A path of bytes that may be used, without the slashes at its end and all but one at its
  /// beginning.
  ///
  /// - Parameter mayHaveEmptySegment: Whether `//` occurs in it, or in what it is a part of.
  init(trimming path: UnsafeRawBufferPointer, mayHaveEmptySegment: Bool) {
    var start = 0
    var end = path.count
    while end > 0, path[end - 1] == Byte.slash { end -= 1 }
    while start + 1 < end, path[start + 1] == Byte.slash { start += 1 }
    bytes = UnsafeRawBufferPointer(rebasing: path[start..<end])
    refusal = nil
    self.mayHaveEmptySegment = mayHaveEmptySegment
  }

  init(refusal: PathRefusal) {
    self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    self.refusal = refusal
    mayHaveEmptySegment = false
  }

  /// The path as text, `/` for the root.
  public var text: String {
    bytes.isEmpty ? "/" : String(decoding: bytes, as: UTF8.self)
  }

  /// The first segment and the path below it, or nil at the root and for a refused path.
  ///
  /// How an address that starts with API and stage is taken apart. Slashes beyond the first before the
  /// path below are dropped.
  /// Source: recorded answers, `/stage//x` is routed as `/x`.
  public func splittingFirstSegment() -> (segment: UnsafeRawBufferPointer, rest: CanonicalPath)? {
    guard refusal == nil, bytes.count > 1 else { return nil }
    var end = 1
    while end < bytes.count, bytes[end] != Byte.slash { end += 1 }
    let rest = CanonicalPath(
      trimming: UnsafeRawBufferPointer(rebasing: bytes[end...]),
      mayHaveEmptySegment: mayHaveEmptySegment)
    return (UnsafeRawBufferPointer(rebasing: bytes[1..<end]), rest)
  }

  /// Hands out the bytes with one slash where there are several, for the length of a call.
  func withSingleSlashes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { single in
      var count = 0
      for (index, byte) in bytes.enumerated()
      where byte != Byte.slash || index == 0 || bytes[index - 1] != Byte.slash {
        single[count] = byte
        count += 1
      }
      return body(UnsafeRawBufferPointer(rebasing: single[..<count]))
    }
  }
}
