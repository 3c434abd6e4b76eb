/// One request and the way to its answer.
///
/// A value of two words: a connection and the number of the request on it. It may be kept as long
/// as one likes. When the exchange is over, its methods do nothing and return false, so that a
/// late answer never reaches the next request of the connection.
public struct HTTPExchange {
  let connection: HTTPConnection

  /// The number of the request on its connection, from 1.
  public let id: UInt64

  /// True until the answer is finished or the exchange aborted.
  public var isOpen: Bool { connection.isOpen(id) }

  /// The head of the request; traps when the exchange is over.
  public var request: HTTPRequestView {
    precondition(isOpen, "the exchange is over, its request is gone")
    return connection.requestView
  }

  /// The client's address.
  public var peer: HTTPPeerAddress { connection.peer }

  /// An object of the handler's that belongs to the exchange.
  ///
  /// Let go of when the exchange is over: at `finish`, or after `exchangeAborted`.
  public var attachment: AnyObject? {
    get { connection.exchangeID == id ? connection.attachment : nil }
    nonmutating set { if isOpen { connection.attachment = newValue } }
  }

  // MARK: Body

  /// Stops the body: no `bodyReceived` after this one until `resumeBody`.
  ///
  /// What the client sends then stays in the kernel's buffers and so holds the client back.
  public func pauseBody() {
    if isOpen { connection.setBodyPaused(true) }
  }

  /// Lets the body flow again; the next piece comes at the earliest at the end of the turn.
  public func resumeBody() {
    if isOpen { connection.setBodyPaused(false) }
  }

  // MARK: Answer

  /// Begins the answer: status line and `Date`.
  ///
  /// Then come `header` calls, then `finish`, or `beginStream` with `write` and `finishStream`.
  ///
  /// - Parameter status: From 200 to 599.
  /// - Returns: False if the status is none of a final answer, an answer has begun, or the exchange
  ///   is over.
  @discardableResult
  public func begin(status: Int) -> Bool {
    isOpen && connection.beginResponse(status: status)
  }

  /// Adds a header field.
  ///
  /// `Date`, `Content-Length`, `Transfer-Encoding` and `Connection` are the server's own.
  ///
  /// - Parameters:
  ///   - name: A token.
  ///   - value: Without control bytes.
  @discardableResult
  public func header(_ name: StaticString, _ value: StaticString) -> Bool {
    isOpen && connection.addHeader(name, value)
  }

  /// Adds a header field.
  ///
  /// - Parameters:
  ///   - name: A token.
  ///   - value: Any bytes.
  /// - Returns: False, and the field is left out, if the value has control bytes: a line end in it
  ///   would end the field, and what follows would be the sender's.
  @discardableResult
  public func header(_ name: StaticString, _ value: UnsafeRawBufferPointer) -> Bool {
    isOpen && connection.addHeader(name, value)
  }

  /// Adds a header field.
  ///
  /// - Parameters:
  ///   - name: A token.
  ///   - value: Not negative; written in decimal.
  @discardableResult
  public func header(_ name: StaticString, _ value: Int) -> Bool {
    isOpen && connection.addHeader(name, value)
  }

  /// Adds a header field whose name comes from elsewhere, such as an upstream answer.
  ///
  /// - Parameters:
  ///   - name: Any bytes.
  ///   - value: Any bytes.
  /// - Returns: False, and the field is left out, if the name is no token or the value has control
  ///   bytes.
  @discardableResult
  public func header(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    isOpen && connection.addHeader(name, value)
  }

  /// Adds a header field.
  ///
  /// - Parameters:
  ///   - name: Any text.
  ///   - value: Any text.
  /// - Returns: False, and the field is left out, if the name is no token or the value has control
  ///   bytes.
  @discardableResult
  public func header(_ name: String, _ value: String) -> Bool {
    isOpen && connection.addHeader(name, value)
  }

  /// Adds header fields that were checked before.
  ///
  /// - Parameter fields: For many answers alike.
  @discardableResult
  public func header(_ fields: HTTPFieldBlock) -> Bool {
    isOpen && connection.addFields(fields)
  }

  /// Ends the header with `Content-Length`, adds the body and finishes the answer.
  ///
  /// For `HEAD`, 204 and 304 the body is not sent.
  ///
  /// - Parameter body: The whole body; copied or sent before this returns.
  /// - Returns: False if no answer has begun, or the exchange is over.
  @discardableResult
  public func finish(_ body: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0))
    -> Bool
  {
    isOpen && connection.finishResponse(body)
  }

  /// Ends the header of an answer whose body comes in pieces.
  ///
  /// - Parameter length: The body's length in bytes; nil for chunks, or for HTTP/1.0 a body that
  ///   ends with the connection.
  /// - Returns: False if no answer has begun, or the exchange is over.
  @discardableResult
  public func beginStream(length: Int?) -> Bool {
    isOpen && connection.beginStream(length: length)
  }

  /// Adds a piece to the body.
  ///
  /// - Parameter bytes: Copied; sent at the end of the turn with what else there is.
  /// - Returns: False if the handler should wait for `outputDrained` before it writes more, because
  ///   `HTTPServerLimits.outputHighWaterBytes` are unsent, or the exchange is over (`isOpen`).
  @discardableResult
  public func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    isOpen && connection.writeStream(bytes)
  }

  /// Finishes a streamed answer. One that is shorter than its announced length is aborted.
  ///
  /// - Returns: False if no stream has begun, or the exchange is over.
  @discardableResult
  public func finishStream() -> Bool {
    isOpen && connection.finishStream()
  }

  /// Gives the exchange up and closes the connection, so that the client does not take what it got
  /// for a whole answer. `exchangeAborted` is not called.
  public func abort() {
    if isOpen { connection.abortByHandler() }
  }

  /// A whole answer in one call.
  ///
  /// - Parameters:
  ///   - status: From 200 to 599.
  ///   - contentType: The value of `Content-Type`.
  ///   - body: The whole body.
  /// - Returns: False if an answer has begun, or the exchange is over.
  @discardableResult
  public func respond(
    status: Int, contentType: StaticString, body: UnsafeRawBufferPointer
  ) -> Bool {
    begin(status: status) && header("Content-Type", contentType) && finish(body)
  }

  /// A whole answer in one call.
  ///
  /// - Parameters:
  ///   - status: From 200 to 599.
  ///   - contentType: The value of `Content-Type`.
  ///   - body: The whole body, as text.
  /// - Returns: False if an answer has begun, or the exchange is over.
  @discardableResult
  public func respond(status: Int, contentType: StaticString, body: String) -> Bool {
    var body = body
    return body.withUTF8 {
      respond(status: status, contentType: contentType, body: UnsafeRawBufferPointer($0))
    }
  }
}
