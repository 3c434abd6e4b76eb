/// What a journal is opened for.
public enum JournalAccess: Sendable, Hashable {
  /// Reading and following. Changes nothing on disk and takes no lock, so it works on a journal
  /// that is being written, is damaged, or lies on a read-only disk.
  case readOnly
  /// Reading and appending.
  case readWrite
  /// The same; where there is no journal yet, one of this identity is made.
  ///
  /// - Parameter newIdentity: 128 random bits. They begin the chain, so that records of two
  ///   journals never fit each other.
  case create(newIdentity: TransactionID)
}
