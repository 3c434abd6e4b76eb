import GatewayModel

/// Ids in the order their entities were made, kept up to date change by change.
///
/// An array sorted by date and id, the oldest first: a new entity goes to the end, and finding a place is a
/// binary search. Taking one out moves what stands behind it, some microseconds among 100,000.
struct CreationOrder {
  /// A place in the order.
  struct Place: Hashable, Comparable {
    /// When the entity was made, in microseconds since 1970.
    var microseconds: Int64
    /// Its id.
    var id: String

    static func < (left: Place, right: Place) -> Bool {
      left.microseconds != right.microseconds
        ? left.microseconds < right.microseconds : left.id < right.id
    }
  }

  /// The places, the oldest first.
  private(set) var places: [Place]

  /// An order of entities in any order.
  ///
  /// - Complexity: O(n log n).
  init(_ places: some Sequence<Place>) {
    self.places = places.sorted()
  }

  /// Adds an entity; one that is there stays where it is.
  ///
  /// - Complexity: O(log n) at the end, where new entities go.
  mutating func insert(_ place: Place) {
    if let last = places.last, last < place { return places.append(place) }
    let index = index(of: place)
    if index < places.count, places[index] == place { return }
    places.insert(place, at: index)
  }

  /// Takes an entity out.
  ///
  /// - Complexity: O(log n) and a move of what stands behind it.
  mutating func remove(_ place: Place) {
    let index = index(of: place)
    if index < places.count, places[index] == place { places.remove(at: index) }
  }

  /// The index of the first place that is not before this one.
  func index(of place: Place) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
