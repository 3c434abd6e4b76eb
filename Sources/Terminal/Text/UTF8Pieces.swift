/// The scalars of a byte sequence, and each byte that belongs to none.
struct UTF8Pieces<Bytes: Sequence<UInt8>>: Sequence, IteratorProtocol {
  /// A scalar, or a byte that is not part of one.
  enum Piece {
    case scalar(Unicode.Scalar)
    case invalid(UInt8)
  }

  private var bytes: Bytes.Iterator
  /// Bytes taken from the sequence and not yet given out, at most four.
  private var pending: [UInt8] = []

  init(_ bytes: Bytes) {
    self.bytes = bytes.makeIterator()
  }

  mutating func next() -> Piece? {
    fill()
    guard let first = pending.first else { return nil }
    let length = Self.length(ofSequenceStartingWith: first)
    if length <= pending.count, let scalar = Self.decode(pending.prefix(length)) {
      pending.removeFirst(length)
      return .scalar(scalar)
    }
    pending.removeFirst()
    return .invalid(first)
  }

  private mutating func fill() {
    while pending.count < 4, let byte = bytes.next() { pending.append(byte) }
  }

  private static func length(ofSequenceStartingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var input = bytes.makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&input) { return scalar }
    return nil
  }
}
