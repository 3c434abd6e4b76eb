/// Memory blocks of one size for output, last in, first out.
final class BlockPool {
  /// Room for an ordinary answer or a few pipelined ones.
  static let blockBytes = 16_384

  private var free: [UnsafeMutablePointer<UInt8>] = []
  private let limit: Int

  init(limits: HTTPServerLimits) {
    limit = limits.pooledBuffers
    free.reserveCapacity(limit)
  }

  deinit {
    for block in free { block.deallocate() }
  }

  func take() -> UnsafeMutablePointer<UInt8> {
    free.popLast() ?? .allocate(capacity: Self.blockBytes)
  }

  func give(_ block: UnsafeMutablePointer<UInt8>) {
    if free.count < limit { free.append(block) } else { block.deallocate() }
  }
}
