/// The names of the latest transactions, for retries after an unknown outcome.
struct RecentTransactions {
  private var sequences: [TransactionID: UInt64] = [:]
  private var order: [TransactionID] = []
  private var next = 0

  /// The record a transaction was written as, if it is recent.
  func sequence(of id: TransactionID) -> UInt64? {
    sequences[id]
  }

  /// Remembers a transaction and forgets the oldest beyond the limit.
  mutating func insert(_ id: TransactionID, sequence: UInt64) {
    if order.count < JournalLimits.recentTransactions {
      order.append(id)
    } else {
      sequences[order[next]] = nil
      order[next] = id
      next = (next + 1) % JournalLimits.recentTransactions
    }
    sequences[id] = sequence
  }

  /// Forgets everything.
  mutating func removeAll() {
    self = RecentTransactions()
  }
}
