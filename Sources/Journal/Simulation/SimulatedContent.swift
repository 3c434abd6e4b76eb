/// A file's bytes: what programs see, and what is durable of it.
struct SimulatedContent {
  /// One change that waits for a sync.
  enum Change {
    case write(offset: Int, bytes: [UInt8])
    case resize(Int)
  }

  /// The bytes a disk writes all or nothing.
  private static let sectorBytes = 512

  private(set) var current: [UInt8] = []
  private var stable: [UInt8] = []
  private var pending: [Change] = []
  /// How many syncs failed; an open file that has not seen all of them gets the error once.
  var syncFailureCount = 0

  init() {}

  /// Durable bytes.
  init(_ bytes: [UInt8]) {
    current = bytes
    stable = bytes
  }

  mutating func apply(_ change: Change) {
    Self.apply(change, to: &current)
    pending.append(change)
  }

  /// Makes everything durable that did not get lost before.
  mutating func sync() {
    for change in pending { Self.apply(change, to: &stable) }
    pending = []
  }

  /// Loses what waited: the pages are clean now, and no later sync writes them.
  mutating func failSync() {
    pending = []
    syncFailureCount += 1
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .write(let offset, let written):
      let end = offset + written.count
      if bytes.count < end {
        bytes.append(contentsOf: repeatElement(0, count: end - bytes.count))
      }
      bytes.replaceSubrange(offset..<end, with: written)
    case .resize(let count):
      if count < bytes.count {
        bytes.removeLast(bytes.count - count)
      } else {
        bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
      }
    }
  }

  /// What a power cut leaves: the length of some moment since the last sync, and each sector as it
  /// was at some moment; a sector the length covers but no write reached is zero.
  func afterPowerCut(choosing choices: inout some CrashChoices) -> [UInt8] {
    guard !pending.isEmpty else { return stable }
    var versions = [stable]
    for change in pending {
      var next = versions[versions.count - 1]
      Self.apply(change, to: &next)
      versions.append(next)
    }
    let lengths = Self.unique(versions.map(\.count))
    let length = lengths[choices.choose(below: lengths.count)]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length)
    for start in stride(from: 0, to: length, by: Self.sectorBytes) {
      let end = min(start + Self.sectorBytes, length)
      let sectors = Self.unique(versions.map { Self.sector(of: $0, start, end) })
      bytes += sectors[choices.choose(below: sectors.count)]
    }
    return bytes
  }

  private static func sector(of bytes: [UInt8], _ start: Int, _ end: Int) -> [UInt8] {
    let found = start < bytes.count ? Array(bytes[start..<min(end, bytes.count)]) : []
    return found + repeatElement(0, count: end - start - found.count)
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
