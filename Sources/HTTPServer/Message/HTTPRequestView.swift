internal import CHTTPParser

/// The head of a request, borrowed from the connection's input buffer.
///
/// Making and asking it allocates nothing. All bytes it gives are valid until the callback that
/// got the exchange returns, and, while the exchange stays open, until the next time it is asked
/// for by `HTTPExchange.request`: keep the exchange, not the view.
public struct HTTPRequestView {
  private let head: UnsafePointer<RequestHead>

  init(_ head: UnsafePointer<RequestHead>) {
    self.head = head
  }

  /// The method.
  public var method: HTTPMethod { head.pointee.method }

  /// The path and query exactly as sent: begins with `/`, or is `*` for `OPTIONS`.
  ///
  /// Printable ASCII without `#`; nothing is decoded, merged or resolved. Of an absolute target,
  /// whose host was compared with `Host`, this is the part behind the host.
  public var target: UnsafeRawBufferPointer { head.pointee.target }

  /// The `x` of HTTP/1.x.
  public var minorVersion: Int { head.pointee.minorVersion }

  /// The number of header fields.
  public var headerCount: Int { Int(head.pointee.parsed.field_count) }

  /// A header field's name in the case it was sent.
  ///
  /// - Parameter index: In the order sent, from 0 to below `headerCount`.
  public func headerName(at index: Int) -> UnsafeRawBufferPointer {
    precondition(index >= 0 && index < headerCount, "no such header field")
    return head.pointee.name(at: index)
  }

  /// A header field's value without the blanks around it.
  ///
  /// - Parameter index: In the order sent, from 0 to below `headerCount`.
  public func headerValue(at index: Int) -> UnsafeRawBufferPointer {
    precondition(index >= 0 && index < headerCount, "no such header field")
    return head.pointee.value(at: index)
  }

  /// The value of the first field with a known name, or nil.
  ///
  /// - Parameter header: A field whose place was noted while the head was checked.
  public func header(_ header: HTTPKnownHeader) -> UnsafeRawBufferPointer? {
    head.pointee.value(of: header)
  }

  /// True if a known header occurs more than once, so that `header(_:)` tells half the story.
  ///
  /// - Parameter header: A known header.
  public func isRepeated(_ header: HTTPKnownHeader) -> Bool {
    head.pointee.isRepeated(header)
  }

  /// The value of the first field with a name, or nil.
  ///
  /// - Parameter name: In lower case.
  /// - Complexity: O(n) in the number of fields.
  public func header(named name: StaticString) -> UnsafeRawBufferPointer? {
    for index in 0..<headerCount
    where ASCII.equalsIgnoringCase(head.pointee.name(at: index), name) {
      return head.pointee.value(at: index)
    }
    return nil
  }

  /// The value of the first field with a name that is not known before, or nil.
  ///
  /// - Parameter name: In any case.
  /// - Complexity: O(n) in the number of fields.
  public func header(named name: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    for index in 0..<headerCount
    where ASCII.equalsIgnoringCase(head.pointee.name(at: index), name) {
      return head.pointee.value(at: index)
    }
    return nil
  }

  /// True if a body is announced that is not empty.
  public var hasBody: Bool { head.pointee.framing != .none }

  /// The announced length of the body in bytes, 0 without one; nil if it comes in chunks.
  public var bodyLength: Int? {
    switch head.pointee.framing {
    case .none: 0
    case .length(let count): count
    case .chunked: nil
    }
  }
}
