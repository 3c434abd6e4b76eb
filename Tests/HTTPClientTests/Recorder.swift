import HTTPClient

/// Keeps what a transfer brings.
final class Recorder: HTTPTransferReceiver {
  var head: HTTPClientResponseHead?
  var body: [UInt8] = []
  var isFinished = false
  var error: HTTPClientError?
  var drains = 0
  var pieces = 0
  /// Says whether a piece is taken; by default every one is.
  var takes: (Recorder) -> Bool = { _ in true }
  var onDrain: (HTTPTransfer) -> Void = { _ in }

  func transfer(_ transfer: HTTPTransfer, didReceive head: HTTPClientResponseHead) {
    self.head = head
  }

  func transfer(_ transfer: HTTPTransfer, didReceive body: UnsafeRawBufferPointer) -> Bool {
    pieces += 1
    guard takes(self) else { return false }
    self.body += body
    return true
  }

  func transferDidDrain(_ transfer: HTTPTransfer) {
    drains += 1
    onDrain(transfer)
  }

  func transfer(_ transfer: HTTPTransfer, didFinish error: HTTPClientError?) {
    isFinished = true
    self.error = error
  }
}
