/// Hears what becomes of a transfer; called on the loop's thread, never from within `start`.
public protocol HTTPTransferReceiver: AnyObject {
  /// The head of the answer is there.
  func transfer(_ transfer: HTTPTransfer, didReceive head: HTTPClientResponseHead)

  /// A piece of the answer's body is there.
  ///
  /// - Returns: False to leave the piece unread: it comes again after `resume()`.
  func transfer(_ transfer: HTTPTransfer, didReceive body: UnsafeRawBufferPointer) -> Bool

  /// The request body that was waiting has been sent on; more may be given.
  func transferDidDrain(_ transfer: HTTPTransfer)

  /// The transfer is over, well (nil) or not; nothing follows.
  func transfer(_ transfer: HTTPTransfer, didFinish error: HTTPClientError?)
}
