/// The input buffers that no connection needs now; last in, first out.
final class RequestBufferPool {
  private let free: UnsafeMutablePointer<RequestBuffer>
  private var count = 0
  private let capacity: Int
  private let fieldCapacity: Int
  private let limit: Int

  init(limits: HTTPServerLimits) {
    capacity = limits.inputBufferBytes
    fieldCapacity = limits.headerCount
    limit = limits.pooledBuffers
    free = .allocate(capacity: limit)
  }

  deinit {
    for index in 0..<count { free[index].deallocate() }
    free.deallocate()
  }

  func take() -> RequestBuffer {
    guard count > 0 else { return RequestBuffer(capacity: capacity, fieldCapacity: fieldCapacity) }
    count -= 1
    return free[count]
  }

  func give(_ buffer: RequestBuffer) {
    guard count < limit else { return buffer.deallocate() }
    free[count] = buffer
    count += 1
  }
}
