internal import CSystem
public import Enforcement
public import GatewayModel

/// The meters of one gateway thread, on the workspace's mapped files.
///
/// Counting is one atomic instruction on a mapped word. Quotas are exact over all threads and processes
/// of the workspace: period and count share a word that is only replaced whole.
public final class MappedMeters: UsageMeters {
  /// A day's file as this thread uses it.
  private struct Day {
    var day: CalendarDay
    var file: MappedFile
    /// The chunks that are known to have room on the disk.
    var chunks: [Bool]
  }

  private let store: UsageStore
  private let quotas: MappedFile
  private var current: Day?
  private var previous: Day?

  init(store: UsageStore, quotas: MappedFile) {
    self.store = store
    self.quotas = quotas
  }

  /// The slot of an identity; the first time in a process this takes the lock of the usage folder.
  public func slot(for identity: UsageIdentity) -> UsageSlot {
    do throws(UsageError) {
      return try store.withFiles { files throws(UsageError) in try files.slot(of: identity) }
    } catch {
      store.note(error)
      return .none
    }
  }

  /// The count of a period, or of a later one that was begun already.
  public func quota(_ slot: UsageSlot, periodStart: CalendarDay) -> QuotaCount {
    QuotaWord(bits: ks_atomic_load(word(slot))).count(periodStart: periodStart)
  }

  /// Counts one request against a quota.
  public func commit(
    _ slot: UsageSlot, periodStart: CalendarDay, allowance: Int
  ) -> QuotaCommit {
    let word = word(slot)
    var bits = ks_atomic_load(word)
    while true {
      let count = QuotaWord(bits: bits).count(periodStart: periodStart)
      guard count.periodStart == periodStart else { return .periodMoved }
      guard count.used < min(allowance, QuotaWord.usedLimit) else { return .exhausted }
      let next = QuotaWord(periodStart: periodStart, used: count.used + 1)
      if ks_atomic_exchange_if(word, &bits, next.bits) { return .committed }
    }
  }

  /// Counts how admission ended.
  public func count(_ slot: UsageSlot, _ outcome: UsageOutcome, on day: CalendarDay) {
    guard let row = row(slot, on: day) else { return }
    DayRow.count(UsageCounter(outcome), at: row)
  }

  /// Counts the status of the answer.
  public func count(_ slot: UsageSlot, statusCode: Int, on day: CalendarDay) {
    guard let counter = UsageCounter(statusCode: statusCode), let row = row(slot, on: day) else {
      return
    }
    DayRow.count(counter, at: row)
  }

  @inline(__always)
  private func word(_ slot: UsageSlot) -> UnsafeMutablePointer<UInt64> {
    quotas.word(at: UsageFiles.offset(of: slot, QuotaWord.byteCount))
  }

  /// The counters of a slot on a day; nil if they cannot be made.
  @inline(__always)
  private func row(_ slot: UsageSlot, on day: CalendarDay) -> UnsafeMutablePointer<UInt64>? {
    guard slot.exists else { return nil }
    let chunk = Int(slot.index) / UsageLimits.slotsPerChunk
    guard let current, current.day == day, chunk < current.chunks.count, current.chunks[chunk]
    else { return makeRow(slot, chunk, on: day) }
    return current.file.word(at: UsageFiles.offset(of: slot, DayRow.byteCount))
  }

  /// The same when the day or the chunk is new to this thread.
  ///
  /// Yesterday's file stays at hand for requests that began before midnight.
  @inline(never)
  private func makeRow(
    _ slot: UsageSlot, _ chunk: Int, on day: CalendarDay
  ) -> UnsafeMutablePointer<UInt64>? {
    do throws(UsageError) {
      if current?.day != day {
        let next = try previous?.day == day ? previous : open(day)
        (current, previous) = (next, current)
      }
      guard let file = current?.file else { return nil }
      if !hasRoom(chunk) {
        try UsageFiles.makeRoom(for: slot, recordBytes: DayRow.byteCount, in: file)
        while (current?.chunks.count ?? .max) <= chunk { current?.chunks.append(false) }
        current?.chunks[chunk] = true
      }
      return file.word(at: UsageFiles.offset(of: slot, DayRow.byteCount))
    } catch {
      store.note(error)
      return nil
    }
  }

  private func hasRoom(_ chunk: Int) -> Bool {
    guard let chunks = current?.chunks, chunk < chunks.count else { return false }
    return chunks[chunk]
  }

  private func open(_ day: CalendarDay) throws(UsageError) -> Day? {
    let file = try store.withFiles { files throws(UsageError) in
      try files.dayFile(day, isWritable: true)
    }
    return file.map { Day(day: day, file: $0, chunks: []) }
  }
}
