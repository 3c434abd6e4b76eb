/// The last items of a long sequence, at most so many.
struct RecentItems<Item> {
  private let limit: Int
  private var storage: [Item] = []
  private var oldest = 0

  /// Room for `limit` items, at least one.
  init(limit: Int) {
    self.limit = max(limit, 1)
  }

  /// Adds an item; the oldest goes when there is no room.
  mutating func append(_ item: Item) {
    if storage.count < limit {
      storage.append(item)
    } else {
      storage[oldest] = item
      oldest = (oldest + 1) % limit
    }
  }

  /// The items, oldest first.
  ///
  /// - Complexity: linear in their number.
  var items: [Item] { Array(storage[oldest...] + storage[..<oldest]) }
}
