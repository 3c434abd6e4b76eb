/// Numbered places for values, reused after they are freed.
///
/// Entries refer to each other by number: no reference counts on the way of a request, and a million
/// entries are one allocation.
struct Pool<Element> {
  private(set) var elements: ContiguousArray<Element> = []
  private var free: [Int32] = []

  /// Puts a value in a free place and returns its number.
  ///
  /// - Complexity: constant, amortized.
  mutating func add(_ element: Element) -> Int32 {
    if let place = free.popLast() {
      elements[Int(place)] = element
      return place
    }
    elements.append(element)
    return Int32(elements.count - 1)
  }

  /// Frees a place.
  ///
  /// - Parameter blank: What stands there until the place is used again, so that nothing old is kept.
  mutating func remove(_ place: Int32, leaving blank: Element) {
    elements[Int(place)] = blank
    free.append(place)
  }

  /// The value at a place that is in use.
  subscript(place: Int32) -> Element {
    @inline(__always) _read { yield elements[Int(place)] }
    @inline(__always) _modify { yield &elements[Int(place)] }
  }
}
