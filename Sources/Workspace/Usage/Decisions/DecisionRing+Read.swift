internal import CSystem
internal import Enforcement

extension DecisionRing {
  /// The newest decisions that pass a filter, newest first.
  ///
  /// - Parameters:
  ///   - filter: Which are wanted.
  ///   - limit: The most that are returned.
  /// - Complexity: linear in the records looked at, at most `UsageLimits.decisions`.
  public func decisions(
    where filter: DecisionFilter = DecisionFilter(), limit: Int
  ) -> [DecisionRecord] {
    let newest = self.newest
    let held = min(newest, UInt64(UsageLimits.decisions))
    let oldest = max(newest - held, filter.after ?? 0)
    var found: [DecisionRecord] = []
    var sequence = newest
    var copy = [UInt8](repeating: 0, count: DecisionLayout.byteCount)
    while sequence > oldest, found.count < limit {
      if let record = read(sequence, into: &copy, filter) {
        if let since = filter.since, record.time < since { break }
        found.append(record)
      }
      sequence -= 1
    }
    return found
  }

  /// The record with this sequence if it is whole, is still there and passes the filter.
  private func read(
    _ sequence: UInt64, into copy: inout [UInt8], _ filter: DecisionFilter
  ) -> DecisionRecord? {
    let offset = Self.offset(of: sequence)
    let lock = file.word(at: offset)
    guard ks_atomic_load_acquire(lock) == sequence << 1 else { return nil }
    return copy.withUnsafeMutableBytes { bytes in
      bytes.copyMemory(
        from: UnsafeRawBufferPointer(start: file.base + offset, count: bytes.count))
      ks_atomic_fence_acquire()
      guard ks_atomic_load(lock) == sequence << 1 else { return nil }
      let record = UnsafeRawBufferPointer(bytes)
      guard DecisionCodec.passes(record, filter) else { return nil }
      return DecisionCodec.read(record, sequence: sequence)
    }
  }
}
