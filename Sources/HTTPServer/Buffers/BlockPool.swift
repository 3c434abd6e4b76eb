/// Memory blocks of one size for output, last in, first out.
final class BlockPool {
  /// Room for an ordinary answer or a few pipelined ones.
  static let blockBytes = 16_384

  private let free: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
  private var count = 0
  private let limit: Int

  init(limits: HTTPServerLimits) {
    limit = limits.pooledBuffers
    free = .allocate(capacity: limit)
  }

  deinit {
    for index in 0..<count { free[index].deallocate() }
    free.deallocate()
  }

  func take() -> UnsafeMutablePointer<UInt8> {
    guard count > 0 else { return .allocate(capacity: Self.blockBytes) }
    count -= 1
    return free[count]
  }

  func give(_ block: UnsafeMutablePointer<UInt8>) {
    guard count < limit else { return block.deallocate() }
    free[count] = block
    count += 1
  }
}
