/// What became of one request's claim on a quota.
public enum QuotaCommit: Sendable, Hashable {
  /// It is counted.
  case committed
  /// Nothing is left.
  case exhausted
  /// A later period was begun meanwhile: read the count again.
  case periodMoved
}
