/// Takes the body of a request that is not answered from its head alone.
protocol RequestBodyReceiver: AnyObject {
  /// A piece of the body.
  func bodyReceived(_ bytes: UnsafeRawBufferPointer)
  /// The body is complete.
  func bodyEnded()
  /// The client ended its side after a complete request; it may still read.
  func clientClosed()
  /// The client is gone.
  func aborted()
}
