import Glibc

/// Writes record lines into one buffer that is kept from record to record.
///
/// Belongs to one thread.
final class RecordEncoder {
  /// What a record holds besides its place in the journal.
  struct Content {
    var operations: UnsafeRawBufferPointer
    var actor: String
    var surface: String
    var id: TransactionID
    var time: JournalTime
  }

  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
  private var count = 0
  private var escaped: [UInt8] = []

  deinit {
    buffer.deallocate()
  }

  /// The line of a record, valid until the next call.
  ///
  /// - Parameter durableSequence: the highest sequence number known to be durable now.
  /// - Throws: ``JournalErrorCode/invalidField`` or ``JournalErrorCode/lineTooLong``.
  /// - Complexity: O(*n*) in the line's length.
  func encode(
    _ content: Content, after head: JournalHead, durableSequence: UInt64
  ) throws(JournalError) -> UnsafeRawBufferPointer {
    try check(content)
    escaped.removeAll(keepingCapacity: true)
    JSONText.append(content.actor.utf8, to: &escaped)
    reserve(
      RecordFormat.frameBytes + escaped.count + content.surface.utf8.count
        + content.operations.count)
    count = 0
    put("{\"v\":")
    put(RecordFormat.version)
    put(",\"n\":")
    put(head.sequence + 1)
    put(",\"t\":\"")
    content.time.write(to: tail)
    count += JournalTime.textByteCount
    put("\",\"by\":\"")
    escaped.withUnsafeBytes { put($0) }
    put("\",\"via\":\"")
    for byte in content.surface.utf8 { put(byte: byte) }
    put("\",\"id\":\"")
    Hexadecimal.write(content.id.high, digits: 16, to: buffer, at: count)
    Hexadecimal.write(content.id.low, digits: 16, to: buffer, at: count + 16)
    count += TransactionID.textByteCount
    put("\",\"d\":")
    put(durableSequence)
    put(",\"p\":\"")
    head.chain.write(to: tail)
    count += Chain.textByteCount
    put("\",\"ops\":")
    put(content.operations)
    Trailer.write(to: buffer, after: count)
    count += Trailer.byteCount
    guard count <= JournalLimits.lineBytes else {
      throw JournalError(
        .lineTooLong,
        "the transaction takes \(count) bytes where \(JournalLimits.lineBytes) are allowed")
    }
    return UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }

  private func check(_ content: Content) throws(JournalError) {
    let operations = content.operations
    guard operations.count >= 2, operations.first == UInt8(ascii: "["),
      operations.last == UInt8(ascii: "]"),
      let base = operations.baseAddress, memchr(base, 0x0a, operations.count) == nil
    else {
      throw JournalError(.invalidField, "the operations are not a JSON array on one line")
    }
    guard operations.count <= JournalLimits.lineBytes else {
      throw JournalError(
        .lineTooLong,
        "the transaction takes more than the \(JournalLimits.lineBytes) bytes allowed")
    }
    guard (1...JournalLimits.actorBytes).contains(content.actor.utf8.count) else {
      throw JournalError(
        .invalidField, "the actor's name is not 1 to \(JournalLimits.actorBytes) bytes long")
    }
    let surface = content.surface.utf8
    guard (1...JournalLimits.surfaceBytes).contains(surface.count),
      surface.allSatisfy({ (0x61...0x7a).contains($0) || $0 == UInt8(ascii: "-") })
    else {
      throw JournalError(
        .invalidField,
        "the surface is not 1 to \(JournalLimits.surfaceBytes) lower-case letters or hyphens")
    }
  }

  private var tail: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
  }

  private func reserve(_ byteCount: Int) {
    guard byteCount > buffer.count else { return }
    buffer.deallocate()
    buffer = .allocate(byteCount: max(byteCount, min(byteCount * 2, 65_536)), alignment: 16)
  }

  private func put(_ text: StaticString) {
    put(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func put(_ bytes: UnsafeRawBufferPointer) {
    tail.copyMemory(from: bytes)
    count += bytes.count
  }

  private func put(byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  private func put(_ number: UInt64) {
    var digits = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    rest = number
    for index in stride(from: count + digits - 1, through: count, by: -1) {
      buffer[index] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }
}
