internal import CSystem
internal import Enforcement
internal import GatewayModel

/// Decisions to bytes and back.
enum DecisionCodec {
  /// Writes a decision, all but its lock.
  static func write(_ entry: DecisionEntry, to record: UnsafeMutableRawBufferPointer) {
    typealias At = DecisionLayout
    record.storeBytes(of: entry.time.microseconds, toByteOffset: At.time, as: Int64.self)
    record.storeBytes(of: entry.requestId.0, toByteOffset: At.requestId, as: UInt64.self)
    record.storeBytes(of: entry.requestId.1, toByteOffset: At.requestId + 8, as: UInt64.self)
    record.storeBytes(of: entry.sourceAddress.0, toByteOffset: At.sourceAddress, as: UInt64.self)
    record.storeBytes(
      of: entry.sourceAddress.1, toByteOffset: At.sourceAddress + 8, as: UInt64.self)
    record.storeBytes(
      of: UInt32(clamping: entry.latencyMicroseconds), toByteOffset: At.latency, as: UInt32.self)
    record.storeBytes(
      of: UInt16(clamping: entry.statusCode), toByteOffset: At.status, as: UInt16.self)
    record[At.verdict] = entry.verdict.code
    record[At.detail] = entry.verdict.detailCode
    record[At.verb] = entry.verb?.rawValue ?? At.noVerb
    record[At.flags] =
      (entry.isCanary ? At.canaryFlag : 0)
      | (entry.path.count > At.path.count ? At.pathCutFlag : 0)
    put(entry.apiId, 0, At.api, in: record)
    put(entry.resourceId ?? "", 1, At.resource, in: record)
    put(entry.keyId ?? "", 2, At.key, in: record)
    put(entry.usagePlanId ?? "", 3, At.plan, in: record)
    put(entry.stage, 4, At.stage, in: record)
    put(entry.path, 5, At.path, in: record)
    record.storeBytes(of: 0, toByteOffset: At.checksum, as: UInt32.self)
    record.storeBytes(
      of: checksum(UnsafeRawBufferPointer(record)), toByteOffset: At.checksum, as: UInt32.self)
  }

  /// Whether a record may pass a filter; reads bytes only, so that a scan of the ring makes no strings.
  static func passes(_ record: UnsafeRawBufferPointer, _ filter: DecisionFilter) -> Bool {
    typealias At = DecisionLayout
    if let isRefused = filter.isRefused,
      isRefused != (record[At.verdict] != Verdict.admitted.code)
    {
      return false
    }
    return matches(record, 0, At.api, filter.apiId) && matches(record, 2, At.key, filter.keyId)
      && matches(record, 3, At.plan, filter.usagePlanId)
      && matches(record, 4, At.stage, filter.stage)
  }

  /// The decision of a record, or nil if the record is not whole.
  static func read(_ record: UnsafeRawBufferPointer, sequence: UInt64) -> DecisionRecord? {
    typealias At = DecisionLayout
    guard record.load(fromByteOffset: At.checksum, as: UInt32.self) == checksum(record),
      let verdict = Verdict(code: record[At.verdict], detailCode: record[At.detail])
    else { return nil }
    let high = record.load(fromByteOffset: At.requestId, as: UInt64.self)
    let low = record.load(fromByteOffset: At.requestId + 8, as: UInt64.self)
    return DecisionRecord(
      sequence: sequence,
      time: Timestamp(microseconds: record.load(fromByteOffset: At.time, as: Int64.self)),
      requestId: hexadecimal(high) + hexadecimal(low),
      stage: ApiStageID(
        apiId: text(record, 0, At.api) ?? "", stage: text(record, 4, At.stage) ?? ""),
      verb: HTTPVerb(rawValue: record[At.verb]), path: path(record),
      isPathCut: record[At.flags] & At.pathCutFlag != 0,
      resourceId: text(record, 1, At.resource), keyId: text(record, 2, At.key),
      usagePlanId: text(record, 3, At.plan), verdict: verdict,
      isCanary: record[At.flags] & At.canaryFlag != 0,
      statusCode: Int(record.load(fromByteOffset: At.status, as: UInt16.self)),
      latencyMicroseconds: Int(record.load(fromByteOffset: At.latency, as: UInt32.self)),
      sourceAddress: SourceAddress.text(
        UnsafeRawBufferPointer(rebasing: record[At.sourceAddress..<(At.sourceAddress + 16)])))
  }

  private static func checksum(_ record: UnsafeRawBufferPointer) -> UInt32 {
    guard let base = record.baseAddress else { return 0 }
    let head = ks_crc32c(
      0, base + DecisionLayout.time, DecisionLayout.checksum - DecisionLayout.time)
    let rest = DecisionLayout.checksum + 4
    return ks_crc32c(head, base + rest, DecisionLayout.byteCount - rest)
  }

  private static func put(
    _ text: String, _ index: Int, _ range: Range<Int>, in record: UnsafeMutableRawBufferPointer
  ) {
    var text = text
    text.withUTF8 { put(UnsafeRawBufferPointer($0), index, range, in: record) }
  }

  @inline(__always)
  private static func put(
    _ bytes: UnsafeRawBufferPointer, _ index: Int, _ range: Range<Int>,
    in record: UnsafeMutableRawBufferPointer
  ) {
    let count = min(bytes.count, range.count)
    record[DecisionLayout.lengths + index] = UInt8(count)
    let target = UnsafeMutableRawBufferPointer(rebasing: record[range])
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    if count < range.count {
      UnsafeMutableRawBufferPointer(rebasing: target[count...]).initializeMemory(
        as: UInt8.self, repeating: 0)
    }
  }

  private static func bytes(
    _ record: UnsafeRawBufferPointer, _ index: Int, _ range: Range<Int>
  ) -> Slice<UnsafeRawBufferPointer> {
    record[range].prefix(Int(record[DecisionLayout.lengths + index]))
  }

  private static func text(
    _ record: UnsafeRawBufferPointer, _ index: Int, _ range: Range<Int>
  ) -> String? {
    let bytes = bytes(record, index, range)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static func path(_ record: UnsafeRawBufferPointer) -> String {
    text(record, 5, DecisionLayout.path) ?? "/"
  }

  private static func matches(
    _ record: UnsafeRawBufferPointer, _ index: Int, _ range: Range<Int>, _ wanted: String?
  ) -> Bool {
    guard let wanted else { return true }
    return bytes(record, index, range).elementsEqual(wanted.utf8.prefix(range.count))
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
