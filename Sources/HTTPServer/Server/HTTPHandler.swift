/// Answers the requests of a server, on the server's loop.
///
/// The answer may be given in `requestReceived`, in any later callback, or from elsewhere on the
/// loop: keep the exchange and use it then. For each exchange exactly one of these is the end:
/// the handler finishes the answer, or `exchangeAborted` is called. After that no callback comes
/// for it, and what the handler does with it is ignored.
public protocol HTTPHandler: AnyObject {
  /// The head of a request is complete and checked; a body, if any, follows.
  ///
  /// A handler that answers here without reading the body has the rest dropped, and the connection
  /// closed if there is more of it than `HTTPServerLimits.discardedBodyBytes`.
  ///
  /// - Parameter exchange: The request and the way to its answer.
  func requestReceived(_ exchange: HTTPExchange)

  /// A piece of the body has arrived.
  ///
  /// - Parameters:
  ///   - exchange: The exchange it belongs to.
  ///   - bytes: Not empty; valid until this returns. To get no more for now, call
  ///     `HTTPExchange.pauseBody`.
  func bodyReceived(_ exchange: HTTPExchange, _ bytes: UnsafeRawBufferPointer)

  /// The request is complete. Also called, at once, for requests without a body that
  /// `requestReceived` has not answered.
  ///
  /// - Parameter exchange: The exchange.
  func requestEnded(_ exchange: HTTPExchange)

  /// A streaming answer that was told to wait may go on.
  ///
  /// - Parameter exchange: The exchange whose `write` returned false.
  func outputDrained(_ exchange: HTTPExchange)

  /// The client ended its side of the connection after a complete request.
  ///
  /// Most have gone away altogether; some still read. An answer is still sent if given. The place
  /// to cancel work that is not worth doing for nobody.
  ///
  /// - Parameter exchange: The exchange.
  func clientClosed(_ exchange: HTTPExchange)

  /// The exchange is over without a whole answer: the client is gone, broke the rules of framing
  /// or was too slow, or the server is closed.
  ///
  /// - Parameter exchange: The exchange; nothing can be sent any more.
  func exchangeAborted(_ exchange: HTTPExchange)

  /// The answer to a request the server itself refuses.
  ///
  /// - Parameter refusal: Why.
  /// - Returns: Header fields and body; the status is the refusal's.
  func refusalBody(_ refusal: HTTPRefusal) -> HTTPRefusalBody
}

extension HTTPHandler {
  /// Drops the piece.
  public func bodyReceived(_ exchange: HTTPExchange, _ bytes: UnsafeRawBufferPointer) {}

  /// Does nothing.
  public func requestEnded(_ exchange: HTTPExchange) {}

  /// Does nothing.
  public func outputDrained(_ exchange: HTTPExchange) {}

  /// Does nothing.
  public func clientClosed(_ exchange: HTTPExchange) {}

  /// Does nothing.
  public func exchangeAborted(_ exchange: HTTPExchange) {}

  /// `{"message":…}`.
  public func refusalBody(_ refusal: HTTPRefusal) -> HTTPRefusalBody {
    HTTPRefusalBody(refusal)
  }
}
