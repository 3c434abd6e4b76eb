internal import CSystem
internal import EventLoop
internal import Glibc

extension HTTPConnection {
  /// Marks the connection for a look at the end of the turn.
  func enqueue() {
    guard !isProcessing, !isQueued, phase != .closed else { return }
    isQueued = true
    core.enqueue(self)
  }

  /// Sends what there is, and then waits for the right things or closes.
  func settle() {
    guard phase != .closed, flush() else { return }
    if phase == .head { settleBetweenRequests() }
    if phase == .closing, output.isEmpty { endOutput() }
    guard phase != .closed else { return }
    updateInterest()
    updateTimer()
  }

  /// False if the connection is closed, because the client is gone.
  private func flush() -> Bool {
    if !output.isEmpty, phase != .lingering {
      let unsent = output.unsent
      let count = ks_socket_send(descriptor, unsent.baseAddress, unsent.count, nil, 0)
      if count >= 0 {
        output.removeFirst(count)
        stallDeadline = output.isEmpty ? Self.never : now + core.times.writeStallLook
        stallOutstandingBytes = Int.max
      } else if count != -Int(EAGAIN) {
        abort()
        return false
      } else if stallDeadline == Self.never {
        stallDeadline = now + core.times.writeStallLook
        stallOutstandingBytes = Int.max
      }
    }
    if isOutputFull, output.count <= core.limits.outputLowWaterBytes { resumeOutput() }
    return true
  }

  /// There is room again: for the rest of a streaming answer, or for the next pipelined request.
  private func resumeOutput() {
    isOutputFull = false
    if isExchangeOpen, response == .streaming { core.handler.outputDrained(exchange) }
    enqueue()
  }

  private func settleBetweenRequests() {
    if isInputEnded, !isOutputFull, !isQueued {
      phase = .closing
      lingersAfterFlush = false
    } else if inputStart == inputEnd {
      inputStart = 0
      inputEnd = 0
      if let buffer {
        core.requestBuffers.give(buffer)
        self.buffer = nil
      }
      if core.isDraining, headDeadline == Self.never { phase = .closing }
    } else if inputStart > 0, let buffer {
      buffer.bytes.update(from: buffer.bytes + inputStart, count: inputEnd - inputStart)
      inputEnd -= inputStart
      inputStart = 0
    }
  }

  private func endOutput() {
    guard lingersAfterFlush, !isInputEnded, ks_socket_end_writing(descriptor) == 0 else {
      return close()
    }
    phase = .lingering
    lingerDeadline = now + core.times.linger
    releaseInput()
  }

  /// Reads and drops, until the client ends its side too.
  func discardInput() {
    let buffer = core.requestBuffers.take()
    let count = ks_socket_receive(descriptor, buffer.bytes, buffer.capacity)
    core.requestBuffers.give(buffer)
    if count > 0 {
      lingeredBytes += count
      if lingeredBytes > core.limits.lingerBytes { close() }
    } else if count != -Int(EAGAIN) {
      close()
    }
  }

  // MARK: Interest

  private func updateInterest() {
    var wanted: Interest = wantsInput ? .readable : isPeerClosed ? [] : .peerClosed
    if !output.isEmpty { wanted.insert(.writable) }
    guard wanted != interest else { return }
    interest = wanted
    // Fails only for a descriptor that is not watched, which this one is until it is closed.
    try? core.loop.modify(descriptor, interest: wanted)
  }

  // MARK: Time

  private func updateTimer() {
    let isIdle = phase == .head && headDeadline == Self.never && output.isEmpty
    idleDeadline = isIdle ? now + core.times.idle : Self.never
    armTimer()
  }

  private func armTimer() {
    let deadline = min(
      min(headDeadline, bodyDeadline), min(stallDeadline, lingerDeadline), idleDeadline)
    guard deadline < armedDeadline else { return }
    armedDeadline = deadline
    timer?.arm(atNanoseconds: deadline)
  }

  func timerFired() {
    guard phase != .closed else { return }
    armedDeadline = Self.never
    if lingerDeadline <= now { return close() }
    if idleDeadline <= now {
      core.statistics.timedOutConnections += 1
      return close()
    }
    if stallDeadline <= now, isStalled() {
      core.statistics.timedOutConnections += 1
      resetsOnClose = true
      return abort()
    }
    if headDeadline <= now || (bodyDeadline <= now && isBodyTooSlow()) {
      refuse(.requestTimeout)
      return settle()
    }
    armTimer()
  }

  /// True if the client took nothing between two looks, not even from the kernel's buffer.
  private func isStalled() -> Bool {
    let unacknowledged = ks_socket_unacknowledged(descriptor)
    let outstanding = output.count + Int(max(0, unacknowledged))
    let isStalled = outstanding >= stallOutstandingBytes
    stallOutstandingBytes = outstanding
    stallDeadline = now + core.times.writeStallLook
    return isStalled
  }

  private func isBodyTooSlow() -> Bool {
    if bodyWindowBytes < core.times.bodyWindowBytes { return true }
    openBodyWindow()
    return false
  }

  // MARK: End

  /// Ends the connection at once, with whatever is in flight on it.
  func abort() {
    guard phase != .closed else { return }
    abortExchange()
    close()
  }

  func close() {
    guard phase != .closed else { return }
    phase = .closed
    core.loop.deregister(descriptor)
    if resetsOnClose { _ = ks_socket_reset_on_close(descriptor) }
    Glibc.close(descriptor)
    timer = nil
    attachment = nil
    releaseInput()
    output.release()
    server.remove(self)
  }

  private func releaseInput() {
    inputStart = 0
    inputEnd = 0
    guard let buffer else { return }
    // What was refused may have stopped in the middle of a head.
    buffer.scanner.pointee = HeadScanner()
    core.requestBuffers.give(buffer)
    self.buffer = nil
  }
}
