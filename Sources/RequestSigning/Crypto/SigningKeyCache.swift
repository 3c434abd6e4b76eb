/// Derived keys kept, since a client signs a whole day with the same one.
///
/// Bounded twice: an access key keeps its newest scopes only, so that a stranger who names an access
/// key with ever new regions pushes out no other's; and the access keys themselves are bounded.
struct SigningKeyCache {
  private struct Entry {
    let secret: String
    var keys: [(scope: SigningScope, key: SigningKey)] = []
  }

  private var entries: [String: Entry] = [:]

  /// The access keys there are derived keys of.
  var count: Int { entries.count }

  /// The key of a credential in a scope, derived if it is not here.
  ///
  /// - Complexity: constant; four authentication codes if the key is not here.
  mutating func key(for credential: SigningCredential, scope: SigningScope) -> SigningKey {
    var entry =
      entries[credential.accessKeyID].flatMap { $0.secret == credential.secret ? $0 : nil }
      ?? Entry(secret: credential.secret)
    if let known = entry.keys.first(where: { $0.scope == scope }) { return known.key }
    let key = SigningKey(secret: credential.secret, scope: scope)
    if entry.keys.count >= SigningLimits.scopesPerKey { entry.keys.removeFirst() }
    entry.keys.append((scope, key))
    if entries.count >= SigningLimits.cachedKeys, entries[credential.accessKeyID] == nil {
      entries.removeAll(keepingCapacity: true)
    }
    entries[credential.accessKeyID] = entry
    return key
  }
}
