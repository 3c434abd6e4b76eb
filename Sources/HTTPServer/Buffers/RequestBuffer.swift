internal import CHTTPParser

/// Where a connection's input and the head of its request live while there are any.
///
/// Everything of a fixed size that a request needs, in one piece that goes from connection to
/// connection: a busy server works on the few that are warm in the cache, and ten thousand idle
/// connections hold none. Plain pointers, which pass from hand to hand without counting; the pool
/// and the connection that took it are the owners.
struct RequestBuffer {
  let bytes: UnsafeMutablePointer<UInt8>
  let scanner: UnsafeMutablePointer<HeadScanner>
  let head: UnsafeMutablePointer<RequestHead>
  let capacity: Int

  init(capacity: Int, fieldCapacity: Int) {
    precondition(capacity <= Int(UInt16.max), "ranges are 16 bits wide")
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
    scanner = .allocate(capacity: 1)
    scanner.initialize(to: HeadScanner())
    head = .allocate(capacity: 1)
    head.initialize(to: RequestHead())
    head.pointee.parsed.fields = .allocate(capacity: fieldCapacity)
    head.pointee.parsed.fields.initialize(repeating: ks_header_field(), count: fieldCapacity)
    head.pointee.parsed.field_capacity = UInt32(fieldCapacity)
  }

  func deallocate() {
    bytes.deallocate()
    scanner.deallocate()
    head.pointee.parsed.fields.deallocate()
    head.deallocate()
  }
}
