/// The input buffers that no connection needs now; last in, first out.
final class RequestBufferPool {
  private var free: [RequestBuffer] = []
  private let capacity: Int
  private let fieldCapacity: Int
  private let limit: Int

  init(limits: HTTPServerLimits) {
    capacity = limits.inputBufferBytes
    fieldCapacity = limits.headerCount
    limit = limits.pooledBuffers
    free.reserveCapacity(limit)
  }

  func take() -> RequestBuffer {
    free.popLast() ?? RequestBuffer(capacity: capacity, fieldCapacity: fieldCapacity)
  }

  func give(_ buffer: RequestBuffer) {
    if free.count < limit { free.append(buffer) }
  }
}
