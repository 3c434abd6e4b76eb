/// Bytes on their way out: appended at one end, sent from the other.
///
/// Holds no memory while empty. Up to `BlockPool.blockBytes` it is a pooled block, beyond that a
/// block of its own that doubles. An object, so that no append opens an access to the connection
/// it is a part of: that check would cost more than the copying.
final class OutputBuffer {
  private var base: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private var start = 0
  private var end = 0
  private let pool: BlockPool

  init(pool: BlockPool) {
    self.pool = pool
  }

  deinit {
    release()
  }

  var count: Int { end - start }
  var isEmpty: Bool { start == end }

  /// What waits to be sent.
  var unsent: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base.map { $0 + start }, count: count)
  }

  /// Appends bytes. Amortised O(n).
  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, bytes.count > 0 else { return }
    append(source, bytes.count)
  }

  /// Appends the bytes of a literal.
  func append(_ text: StaticString) {
    append(UnsafeRawPointer(text.utf8Start), text.utf8CodeUnitCount)
  }

  /// Appends one byte.
  func append(_ byte: UInt8) {
    room(1).pointee = byte
    end += 1
  }

  /// Appends a header field with its line end, neither part of which is checked.
  func append(field name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    let count = name.count + value.count + 4
    var place = UnsafeMutableRawPointer(room(count))
    Self.put(name, at: &place)
    place.storeBytes(of: Self.separator, as: UInt16.self)
    place += 2
    Self.put(value, at: &place)
    place.storeBytes(of: Self.lineEnd, as: UInt16.self)
    end += count
  }

  /// Appends a header field of literals, neither part of which is checked.
  func append(field name: StaticString, _ value: UnsafeRawBufferPointer) {
    let name = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    append(field: name, value)
  }

  /// Appends a header field with a number that is not negative.
  func append(field name: StaticString, decimal number: Int) {
    append(name)
    append(": ")
    append(decimal: number)
    append("\r\n")
  }

  /// Appends a number in decimal; not negative.
  func append(decimal number: Int) {
    append(UInt64(number), radix: 10)
  }

  /// Appends a number in hexadecimal; not negative.
  func append(hexadecimal number: Int) {
    append(UInt64(number), radix: 16)
  }

  /// Takes away what was sent, and gives the memory back when nothing is left.
  func removeFirst(_ count: Int) {
    precondition(count <= self.count, "more sent than there was")
    start += count
    if start == end { release() }
  }

  /// Drops everything and gives the memory back.
  func release() {
    start = 0
    end = 0
    guard let base else { return }
    if capacity == BlockPool.blockBytes { pool.give(base) } else { base.deallocate() }
    self.base = nil
    capacity = 0
  }

  /// `: ` and CR LF as the words that store them.
  private static let separator = UInt16(littleEndian: 0x203A)
  private static let lineEnd = UInt16(littleEndian: 0x0A0D)

  private static func put(
    _ bytes: UnsafeRawBufferPointer, at place: inout UnsafeMutableRawPointer
  ) {
    guard let source = bytes.baseAddress else { return }
    place.copyMemory(from: source, byteCount: bytes.count)
    place += bytes.count
  }

  private func append(_ source: UnsafeRawPointer, _ count: Int) {
    UnsafeMutableRawPointer(room(count)).copyMemory(from: source, byteCount: count)
    end += count
  }

  private func append(_ number: UInt64, radix: UInt64) {
    var digits = 1
    var rest = number / radix
    while rest > 0 {
      digits += 1
      rest /= radix
    }
    let target = room(digits)
    rest = number
    for index in (0..<digits).reversed() {
      let digit = UInt8(rest % radix)
      target[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      rest /= radix
    }
    end += digits
  }

  /// A place for `count` more bytes.
  @inline(__always)
  private func room(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if let base, end + count <= capacity { return base + end }
    return grow(count)
  }

  private func grow(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    let needed = self.count + count
    guard let old = base else {
      base = needed <= BlockPool.blockBytes ? pool.take() : .allocate(capacity: needed)
      capacity = max(needed, BlockPool.blockBytes)
      return base.unsafelyUnwrapped
    }
    if needed <= capacity {
      old.update(from: old + start, count: self.count)
    } else {
      let larger = max(needed, 2 * capacity)
      let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      new.update(from: old + start, count: self.count)
      if capacity == BlockPool.blockBytes { pool.give(old) } else { old.deallocate() }
      base = new
      capacity = larger
    }
    end = self.count
    start = 0
    return base.unsafelyUnwrapped + end
  }
}
