internal import CHTTPParser

/// Where a connection's input and the head of its request live while there are any.
///
/// Everything of a fixed size that a request needs, in one object that goes from connection to
/// connection: a busy server works on the few that are warm in the cache, and ten thousand idle
/// connections hold none.
final class RequestBuffer {
  let bytes: UnsafeMutablePointer<UInt8>
  let head: UnsafeMutablePointer<RequestHead>
  let capacity: Int
  private let fields: UnsafeMutablePointer<ks_header_field>

  init(capacity: Int, fieldCapacity: Int) {
    precondition(capacity <= Int(UInt16.max), "ranges are 16 bits wide")
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
    fields = .allocate(capacity: fieldCapacity)
    fields.initialize(repeating: ks_header_field(), count: fieldCapacity)
    head = .allocate(capacity: 1)
    head.initialize(to: RequestHead())
    head.pointee.parsed.fields = fields
    head.pointee.parsed.field_capacity = UInt32(fieldCapacity)
  }

  deinit {
    bytes.deallocate()
    fields.deallocate()
    head.deinitialize(count: 1)
    head.deallocate()
  }
}
