/// Remembers the signatures of changes, so that a recorded request changes nothing when sent again.
///
/// A signature covers the second of its making and nothing finer, and botocore's signatures cover
/// nothing that is unique to a call: two equal calls made in one second have one signature, and both
/// are meant. So what is refused is
/// - any second use, if the call's own id (`amz-sdk-invocation-id`) is under the signature, as AWS's
///   SDKs for Go, Java and JavaScript have it;
/// - else a second use with the same id and attempt beside the signature (botocore sends both
///   unsigned): an exact copy of a request;
/// - any second use where one of the two carries no id: nothing tells it from a copy;
/// - else a use later than `SigningLimits.repeatMilliseconds` after the first one: a client signs when
///   it sends, and signs anew when it tries again, so an honest repeat follows within the second.
///
/// Who can read a connection and answer within that time can therefore repeat an unsigned-id call
/// within two seconds of its making, and only that call as it is. On a loopback address reading a
/// connection takes the rights that reading the file of secrets takes.
///
/// Memory is bounded: when a key's signatures are too many, the oldest second's are forgotten and
/// changes dated up to then are refused for that key. The same rule covers a restart.
struct ReplayCache {
  /// What becomes of a use.
  enum Outcome: Equatable {
    case admitted
    case repeated
    /// Dated before what is remembered, which begins at the moment named.
    case tooOld(SigningTime)
  }

  fileprivate struct Entry {
    let first: SigningTime
    var uses = 1
    var nonces: Set<SignatureUse.Nonce>
  }

  fileprivate struct Memory {
    /// By the second they were signed at.
    var entries: [Int64: [SignatureUse.Digest: Entry]] = [:]
    var count = 0
    /// Signatures of this second and earlier ones are forgotten.
    var forgotten = Int64.min
  }

  private let skewSeconds: Int64
  private let limit: Int
  private var memories: [String: Memory] = [:]
  /// Changes signed in this second or before may have been accepted by an earlier process.
  private var startSecond: Int64
  private var sweptAt = Int64.min

  init(start: SigningTime, skewSeconds: Int64, limit: Int = SigningLimits.signaturesPerKey) {
    self.skewSeconds = skewSeconds
    self.limit = limit
    startSecond = Self.floor(at: start)
  }

  /// The last second that a process which began now has no memory of. Requests on their way while it
  /// began are let through: a client does not wait longer than the repeat time to be connected.
  private static func floor(at time: SigningTime) -> Int64 {
    time.seconds - SigningLimits.repeatMilliseconds / 1_000 - 1
  }

  /// Decides about a use and remembers it.
  ///
  /// - Complexity: constant on average; once a second linear in what is forgotten.
  mutating func admit(_ use: SignatureUse, at now: SigningTime) -> Outcome {
    sweep(now)
    // A clock that was put back would refuse everything until it is where it was.
    startSecond = min(startSecond, Self.floor(at: now))
    var memory = memories.removeValue(forKey: use.accessKeyID) ?? Memory()
    defer { memories[use.accessKeyID] = memory }
    let second = use.signedAt.seconds
    let floor = max(startSecond, memory.forgotten)
    guard second > floor else { return .tooOld(SigningTime(seconds: floor + 1)) }
    if memory.entries[second]?[use.digest] != nil {
      return memory.entries[second]?[use.digest]?.admitRepeat(use, at: now) ?? .repeated
    }
    memory.makeRoom(limit)
    guard second > memory.forgotten else {
      return .tooOld(SigningTime(seconds: memory.forgotten + 1))
    }
    memory.entries[second, default: [:]][use.digest] = Entry(first: now, nonces: [use.nonce])
    memory.count += 1
    return .admitted
  }

  /// Forgets what the skew rule refuses anyway.
  private mutating func sweep(_ now: SigningTime) {
    guard now.seconds != sweptAt else { return }
    sweptAt = now.seconds
    for (key, memory) in memories {
      var kept = memory
      for (second, entries) in memory.entries where second < now.seconds - skewSeconds {
        kept.entries[second] = nil
        kept.count -= entries.count
      }
      memories[key] =
        kept.entries.isEmpty && kept.forgotten < now.seconds - skewSeconds ? nil : kept
    }
  }
}

extension ReplayCache.Memory {
  /// Forgets the oldest second when there is no room for one more signature.
  fileprivate mutating func makeRoom(_ limit: Int) {
    guard count >= limit, let oldest = entries.keys.min() else { return }
    count -= entries.removeValue(forKey: oldest)?.count ?? 0
    forgotten = max(forgotten, oldest)
  }
}

extension ReplayCache.Entry {
  /// Decides about a use of a signature that was used before.
  fileprivate mutating func admitRepeat(
    _ use: SignatureUse, at now: SigningTime
  ) -> ReplayCache.Outcome {
    let age = abs(now.milliseconds - first.milliseconds)
    guard case .unsigned = use.nonce, !nonces.contains(.absent), uses < SigningLimits.repeats,
      age <= SigningLimits.repeatMilliseconds, nonces.insert(use.nonce).inserted
    else { return .repeated }
    uses += 1
    return .admitted
  }
}
