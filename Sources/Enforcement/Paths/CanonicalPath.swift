/// The one reading of a request path: what routing, limits, records and the backend all use.
///
/// Only `PathCanonicalizer` makes one, so no code can match on bytes that were not checked. The bytes
/// belong to the canonicalizer or to the request and are valid as long as those are.
public struct CanonicalPath {
  /// The path without a trailing slash; empty for the root. Begins with `/` otherwise.
  public let bytes: UnsafeRawBufferPointer
  /// Why the path must be refused; nil if it may be used.
  public let refusal: PathRefusal?
  /// Whether `//` occurs; such a path matches no route, since backends differ on what it means.
  public let hasEmptySegment: Bool

  init(bytes: UnsafeRawBufferPointer, hasEmptySegment: Bool) {
    self.bytes = bytes
    self.refusal = nil
    self.hasEmptySegment = hasEmptySegment
  }

  init(refusal: PathRefusal) {
    self.bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    self.refusal = refusal
    self.hasEmptySegment = false
  }

  /// The path as text, `/` for the root.
  public var text: String {
    bytes.isEmpty ? "/" : String(decoding: bytes, as: UTF8.self)
  }

  /// The first segment and the path below it, or nil at the root and for a refused path.
  ///
  /// How an address that starts with API and stage is taken apart.
  public func splittingFirstSegment() -> (segment: UnsafeRawBufferPointer, rest: CanonicalPath)? {
    guard refusal == nil, bytes.count > 1 else { return nil }
    var end = 1
    while end < bytes.count, bytes[end] != Byte.slash { end += 1 }
    let rest = CanonicalPath(
      bytes: UnsafeRawBufferPointer(rebasing: bytes[end...]), hasEmptySegment: hasEmptySegment)
    return (UnsafeRawBufferPointer(rebasing: bytes[1..<end]), rest)
  }
}
