internal import CSystem
internal import Enforcement
internal import GatewayModel

/// The files of a usage folder, opened as they are needed; guarded by the store.
struct UsageFiles: ~Copyable {
  private static let quotaName = "quotas"
  private static let dayPrefix = "day-"
  /// The day files that stay open: today's and yesterday's.
  private static let openDays = 2

  private var directory: UsageDirectory
  private var identities: IdentityTable?
  private var isIdentitiesWritable = false
  private var quotas: MappedFile?
  private var isQuotasWritable = false
  private var days: [CalendarDay: (file: MappedFile, isWritable: Bool)] = [:]
  /// The days that were on the disk when this process began to write, the newest two: where a power cut
  /// may have left counts of slots whose identities it took.
  private var daysBeforeStart: [CalendarDay] = []

  init(path: String) {
    directory = UsageDirectory(path: path)
  }

  /// The slot of an identity that has one, after a look at what other processes added.
  mutating func knownSlot(of identity: UsageIdentity) throws(UsageError) -> UsageSlot? {
    try openIdentities(isWritable: false)
    if let slot = identities?.slots[identity] { return slot }
    try identities?.refresh()
    return identities?.slots[identity]
  }

  /// The identities by slot, after a look at what other processes added.
  mutating func allIdentities() throws(UsageError) -> [UsageIdentity?] {
    try openIdentities(isWritable: false)
    try identities?.refresh()
    return identities?.identities ?? []
  }

  /// The slot of an identity, made if it has none; with room for its quota counter.
  ///
  /// A fresh slot's counters are set to 0: a power cut may have kept counts of a slot whose identity was
  /// not yet durable.
  mutating func slot(of identity: UsageIdentity) throws(UsageError) -> UsageSlot {
    try openIdentities(isWritable: true)
    let quotas = try quotaFile()
    try identities?.lock()
    defer { identities?.unlock() }
    try identities?.refresh()
    if let slot = identities?.slots[identity] {
      try Self.makeRoom(for: slot, recordBytes: QuotaWord.byteCount, in: quotas)
      return slot
    }
    let next = try identities?.append(identity) ?? .none
    try Self.makeRoom(for: next, recordBytes: QuotaWord.byteCount, in: quotas)
    ks_atomic_store(quotas.word(at: Self.offset(of: next, QuotaWord.byteCount)), 0)
    for day in daysBeforeStart { try clear(next, on: day) }
    return next
  }

  /// The quota counters, for writing.
  mutating func quotaFile() throws(UsageError) -> MappedFile {
    if let quotas, isQuotasWritable { return quotas }
    let header = TableHeader(kind: .quotas, recordBytes: QuotaWord.byteCount)
    guard let file = try map(Self.quotaName, header, isWritable: true) else {
      throw .damaged(file: directory.name(of: Self.quotaName), reason: "it vanished")
    }
    (quotas, isQuotasWritable) = (file, true)
    return file
  }

  /// The quota counters if there are any.
  mutating func quotaFileIfAny() throws(UsageError) -> MappedFile? {
    if let quotas { return quotas }
    let header = TableHeader(kind: .quotas, recordBytes: QuotaWord.byteCount)
    quotas = try map(Self.quotaName, header, isWritable: false)
    return quotas
  }

  /// The counters of a day; made if there are none and they are to be written.
  mutating func dayFile(_ day: CalendarDay, isWritable: Bool) throws(UsageError) -> MappedFile? {
    if let open = days[day], open.isWritable || !isWritable { return open.file }
    guard let file = try mapDay(day, isWritable: isWritable) else { return nil }
    days[day] = (file, isWritable)
    while days.count > Self.openDays, let oldest = days.keys.filter({ $0 != day }).min() {
      days[oldest] = nil
    }
    return file
  }

  /// The counters of a day for one look at them.
  mutating func pastDayFile(_ day: CalendarDay) throws(UsageError) -> MappedFile? {
    if let open = days[day] { return open.file }
    return try mapDay(day, isWritable: false)
  }

  private mutating func mapDay(
    _ day: CalendarDay, isWritable: Bool
  ) throws(UsageError) -> MappedFile? {
    let header = TableHeader(
      kind: .day, recordBytes: DayRow.byteCount, detail: Int64(day.number))
    return try map(Self.dayPrefix + "\(day)", header, isWritable: isWritable)
  }

  /// The days there are files of.
  mutating func daysOnDisk() throws(UsageError) -> [CalendarDay] {
    try directory.files().compactMap { name in
      name.hasPrefix(Self.dayPrefix)
        ? CalendarDay(String(name.dropFirst(Self.dayPrefix.count))) : nil
    }
  }

  /// Deletes the file of a day.
  mutating func removeDay(_ day: CalendarDay) throws(UsageError) {
    days[day] = nil
    try directory.remove(Self.dayPrefix + "\(day)")
  }

  /// The files that may have changed since the last sync, identities first: a count must never be
  /// durable before the identity it belongs to.
  func writtenFiles() -> [MappedFile] {
    (isQuotasWritable ? [quotas].compactMap { $0 } : [])
      + days.values.filter(\.isWritable).map(\.file)
  }

  /// Waits until all identities are on the disk.
  func identitiesToSync() throws(UsageError) -> UnsyncedFile? {
    isIdentitiesWritable ? try identities?.fileToSync() : nil
  }

  /// The offset of a slot's record.
  @inline(__always)
  static func offset(of slot: UsageSlot, _ recordBytes: Int) -> Int {
    UsageLimits.headerBytes + Int(slot.index) * recordBytes
  }

  /// Gives the chunk of a slot room on the disk.
  static func makeRoom(
    for slot: UsageSlot, recordBytes: Int, in file: MappedFile
  ) throws(UsageError) {
    let chunk = Int(slot.index) / UsageLimits.slotsPerChunk
    let bytes = UsageLimits.slotsPerChunk * recordBytes
    let start = UsageLimits.headerBytes + chunk * bytes
    try file.allocate(start..<(start + bytes))
  }

  private mutating func clear(_ slot: UsageSlot, on day: CalendarDay) throws(UsageError) {
    guard let file = try dayFile(day, isWritable: false) else { return }
    let offset = Self.offset(of: slot, DayRow.byteCount)
    guard try file.size() >= offset + DayRow.byteCount,
      !DayRow.counts(at: file.word(at: offset)).isZero,
      let writable = try dayFile(day, isWritable: true)
    else { return }
    DayRow.clear(writable.word(at: offset))
  }

  private mutating func openIdentities(isWritable: Bool) throws(UsageError) {
    if isIdentitiesWritable || (identities != nil && !isWritable) { return }
    identities = try IdentityTable.open(in: &directory, isWritable: isWritable)
    isIdentitiesWritable = isWritable && identities != nil
    if isIdentitiesWritable { daysBeforeStart = try daysOnDisk().sorted().suffix(2) }
  }

  private mutating func map(
    _ name: String, _ header: TableHeader, isWritable: Bool
  ) throws(UsageError) -> MappedFile? {
    guard let descriptor = try directory.open(name, isWritable: isWritable) else { return nil }
    let file = try MappedFile(
      adopting: descriptor, name: directory.name(of: name),
      mappedBytes: UsageLimits.headerBytes + UsageLimits.identities * header.recordBytes,
      isWritable: isWritable)
    try file.adopt(header, isWritable: isWritable)
    return file
  }
}
