/// The armed timers of a loop: slots with deadlines, and a binary heap of wake-up times.
///
/// The heap holds at most one entry for a slot. Moving a deadline later only stores it: the entry
/// stays where it is, and is put back further down when its time comes. A connection that pushes
/// its time-out forward with every request therefore pays one store, no heap operation.
struct TimerHeap {
  /// The deadline of a slot that is not armed.
  static let never = Int64.max

  private struct Entry {
    var wake: Int64
    var sequence: UInt64
    var slot: Int32

    func isBefore(_ other: Entry) -> Bool {
      wake != other.wake ? wake < other.wake : sequence < other.sequence
    }
  }

  private struct Slot {
    var deadline = TimerHeap.never
    /// Index in the heap, or -1.
    var position: Int32 = -1
    var isUsed = false
  }

  private var entries: [Entry] = []
  private var slots: [Slot] = []
  private var freeSlots: [Int32] = []
  private var nextSequence: UInt64 = 0

  /// The earliest time at which something may be due, or `never`.
  var earliestWake: Int64 { entries.first?.wake ?? TimerHeap.never }

  /// A mark: entries armed after it are not taken by `popDue(now:before:)` with it.
  var mark: UInt64 { nextSequence }

  /// Makes a slot that is not armed.
  mutating func makeSlot() -> Int32 {
    if let slot = freeSlots.popLast() {
      slots[Int(slot)].isUsed = true
      return slot
    }
    slots.append(Slot(isUsed: true))
    return Int32(slots.count - 1)
  }

  /// Ends the use of a slot. O(log n) if it has an entry.
  mutating func freeSlot(_ slot: Int32) {
    precondition(slots[Int(slot)].isUsed, "timer slot freed twice")
    if slots[Int(slot)].position >= 0 { removeEntry(at: Int(slots[Int(slot)].position)) }
    slots[Int(slot)] = Slot()
    freeSlots.append(slot)
  }

  /// The deadline of a slot, or `never`.
  func deadline(of slot: Int32) -> Int64 { slots[Int(slot)].deadline }

  /// Sets the deadline. O(1) if it moves later or to `never`, O(log n) if it moves earlier.
  mutating func arm(_ slot: Int32, at deadline: Int64) {
    let index = Int(slot)
    slots[index].deadline = deadline
    let position = Int(slots[index].position)
    if position < 0 {
      guard deadline != TimerHeap.never else { return }
      push(slot, wake: deadline)
    } else if deadline < entries[position].wake {
      entries[position].wake = deadline
      entries[position].sequence = takeSequence()
      siftUp(position)
    }
  }

  /// Takes out one slot whose deadline has come; it is not armed afterwards.
  ///
  /// - Parameters:
  ///   - now: The time, in the unit of the deadlines.
  ///   - mark: Slots armed since this mark was taken wait for the next round, so that a timer
  ///     armed for "now" in its own action cannot keep the loop from its descriptors.
  mutating func popDue(now: Int64, before mark: UInt64) -> Int32? {
    while let first = entries.first, first.wake <= now, first.sequence < mark {
      let slot = Int(first.slot)
      let deadline = slots[slot].deadline
      if deadline <= now {
        removeEntry(at: 0)
        slots[slot].deadline = TimerHeap.never
        return first.slot
      }
      if deadline == TimerHeap.never {
        removeEntry(at: 0)
      } else {
        entries[0].wake = deadline
        siftDown(0)
      }
    }
    return nil
  }

  private mutating func takeSequence() -> UInt64 {
    defer { nextSequence += 1 }
    return nextSequence
  }

  private mutating func push(_ slot: Int32, wake: Int64) {
    entries.append(Entry(wake: wake, sequence: takeSequence(), slot: slot))
    slots[Int(slot)].position = Int32(entries.count - 1)
    siftUp(entries.count - 1)
  }

  private mutating func removeEntry(at index: Int) {
    slots[Int(entries[index].slot)].position = -1
    let last = entries.removeLast()
    guard index < entries.count else { return }
    place(last, at: index)
    siftUp(index)
    siftDown(Int(slots[Int(last.slot)].position))
  }

  private mutating func place(_ entry: Entry, at index: Int) {
    entries[index] = entry
    slots[Int(entry.slot)].position = Int32(index)
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    let entry = entries[index]
    while index > 0 {
      let parent = (index - 1) / 2
      guard entry.isBefore(entries[parent]) else { break }
      place(entries[parent], at: index)
      index = parent
    }
    place(entry, at: index)
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    let entry = entries[index]
    while true {
      var child = 2 * index + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) { child += 1 }
      guard entries[child].isBefore(entry) else { break }
      place(entries[child], at: index)
      index = child
    }
    place(entry, at: index)
  }
}
