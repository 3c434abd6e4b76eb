extension HTTPConnection {
  func beginBody(_ head: UnsafePointer<RequestHead>) {
    isBodyPaused = false
    bodyStart = inputStart
    expectsContinue = head.pointee.expectsContinue
    switch head.pointee.framing {
    case .none:
      phase = .complete
      return
    case .length(let count):
      isBodyChunked = false
      bodyRemaining = count
    case .chunked:
      isBodyChunked = true
      decoder = ChunkedBodyDecoder(limits: core.limits)
    }
    phase = .body
    bodyReceivedBytes = 0
    openBodyWindow()
  }

  /// Takes one piece of the body; false if that needs bytes or the handler's leave.
  func stepBody() -> Bool {
    if isBodyPaused && isExchangeOpen { return false }
    guard inputStart < inputEnd, let buffer else {
      if isInputEnded {
        abort()
      } else if expectsContinue, response == .none {
        expectsContinue = false
        output.append("HTTP/1.1 100 Continue\r\n\r\n")
      }
      return false
    }
    expectsContinue = false
    let input = UnsafeRawBufferPointer(
      start: buffer.bytes + inputStart, count: inputEnd - inputStart)
    let count = isBodyChunked ? stepChunk(input) : stepLength(input)
    bodyWindowBytes += count
    if inputStart == inputEnd, phase == .body {
      inputStart = bodyStart
      inputEnd = bodyStart
    }
    return true
  }

  private func stepLength(_ input: UnsafeRawBufferPointer) -> Int {
    let count = min(input.count, bodyRemaining)
    inputStart += count
    bodyRemaining -= count
    deliver(UnsafeRawBufferPointer(rebasing: input[..<count]))
    if bodyRemaining == 0, phase == .body { endBody() }
    return count
  }

  private func stepChunk(_ input: UnsafeRawBufferPointer) -> Int {
    var offset = 0
    let step = decoder.next(input, offset: &offset)
    inputStart += offset
    switch step {
    case .needsMore: return 0
    case .failed:
      refuse(.malformedChunk)
      return 0
    case .finished:
      endBody()
      return 0
    case .content(let start, let count):
      bodyReceivedBytes += count
      guard bodyReceivedBytes <= core.limits.bodyBytes else {
        refuse(.bodyTooLarge)
        return 0
      }
      deliver(UnsafeRawBufferPointer(rebasing: input[start..<start + count]))
      return count
    }
  }

  private func deliver(_ bytes: UnsafeRawBufferPointer) {
    if isExchangeOpen { core.handler.bodyReceived(exchange, bytes) }
  }

  private func endBody() {
    phase = .complete
    bodyDeadline = Self.never
    if isExchangeOpen { core.handler.requestEnded(exchange) }
  }

  func setBodyPaused(_ isPaused: Bool) {
    guard isBodyPaused != isPaused else { return }
    isBodyPaused = isPaused
    if isPaused {
      bodyDeadline = Self.never
    } else if phase == .body {
      openBodyWindow()
    }
    enqueue()
  }

  /// The rate of a body is looked at from window to window, and not while the handler pauses it.
  func openBodyWindow() {
    bodyWindowBytes = 0
    bodyDeadline = now + core.times.bodyWindow
  }

  /// True if what is left of the body after an early answer is read and dropped.
  var canDiscardBody: Bool {
    !expectsContinue && !isBodyChunked && bodyRemaining <= core.limits.discardedBodyBytes
  }
}
