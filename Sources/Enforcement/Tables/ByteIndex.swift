/// An open-addressing table from a hash to the places of entries that are kept elsewhere.
///
/// Entries differ in where their bytes are, so the caller compares. Linear probing with shifting
/// deletion: no tombstones, so a table that changes for years stays as fast as a fresh one.
struct ByteIndex: Sendable {
  private struct Slot {
    /// The lower half of the hash, from which the slot's home follows.
    var tag: UInt32
    /// The entry, or -1 for a free slot.
    var entry: Int32
  }

  private static let free = Slot(tag: 0, entry: -1)
  private var slots: ContiguousArray<Slot>
  private(set) var count = 0

  /// An empty table.
  init() {
    slots = ContiguousArray(repeating: Self.free, count: 8)
  }

  private var mask: Int { slots.count - 1 }

  /// The first entry with this hash that the caller says is the one, or -1.
  @inline(__always)
  func find(_ hash: UInt64, where isMatch: (Int32) -> Bool) -> Int32 {
    let tag = UInt32(truncatingIfNeeded: hash)
    var place = Int(tag) & mask
    while true {
      let slot = slots[place]
      if slot.entry < 0 { return -1 }
      if slot.tag == tag, isMatch(slot.entry) { return slot.entry }
      place = (place + 1) & mask
    }
  }

  /// Adds an entry.
  ///
  /// - Complexity: constant, amortized over growth.
  mutating func insert(_ hash: UInt64, _ entry: Int32) {
    if (count + 1) * 2 > slots.count { grow() }
    place(Slot(tag: UInt32(truncatingIfNeeded: hash), entry: entry))
    count += 1
  }

  /// Takes an entry out; nothing happens if it is not there.
  mutating func remove(_ hash: UInt64, _ entry: Int32) {
    var hole = Int(UInt32(truncatingIfNeeded: hash)) & mask
    while slots[hole].entry != entry {
      if slots[hole].entry < 0 { return }
      hole = (hole + 1) & mask
    }
    var next = (hole + 1) & mask
    while slots[next].entry >= 0 {
      let home = Int(slots[next].tag) & mask
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = Self.free
    count -= 1
  }

  private mutating func place(_ slot: Slot) {
    var place = Int(slot.tag) & mask
    while slots[place].entry >= 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: Self.free, count: old.count * 2)
    for slot in old where slot.entry >= 0 { place(slot) }
  }
}
