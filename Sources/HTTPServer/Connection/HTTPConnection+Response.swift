extension HTTPConnection {
  func beginResponse(status: Int) -> Bool {
    guard response == .none, status >= 200, status <= 599 else { return false }
    response = .head
    isStatusBodiless = status == 204 || status == 304
    if let line = HTTPStatusLine.line(status) {
      output.append(line)
    } else {
      // The phrase may be empty, the space before it not missing.
      output.append("HTTP/1.1 ")
      output.append(decimal: status)
      output.append(" \r\n")
    }
    output.append(core.dateField)
    return true
  }

  func addHeader(_ name: StaticString, _ value: StaticString) -> Bool {
    let value = UnsafeRawBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
    guard response == .head else { return false }
    output.append(field: name, value)
    return true
  }

  func addHeader(_ name: StaticString, _ value: UnsafeRawBufferPointer) -> Bool {
    guard response == .head, ASCII.isFieldContent(value) else { return false }
    output.append(field: name, value)
    return true
  }

  func addHeader(_ name: StaticString, _ value: Int) -> Bool {
    guard response == .head, value >= 0 else { return false }
    output.append(field: name, decimal: value)
    return true
  }

  func addHeader(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    guard response == .head, !name.isEmpty, name.allSatisfy(ASCII.isToken),
      ASCII.isFieldContent(value)
    else { return false }
    output.append(field: name, value)
    return true
  }

  func addHeader(_ name: String, _ value: String) -> Bool {
    var name = name
    var value = value
    return name.withUTF8 { name in
      value.withUTF8 { value in
        addHeader(UnsafeRawBufferPointer(name), UnsafeRawBufferPointer(value))
      }
    }
  }

  func addFields(_ fields: HTTPFieldBlock) -> Bool {
    guard response == .head else { return false }
    fields.bytes.withUnsafeBytes { output.append($0) }
    return true
  }

  func finishResponse(_ body: UnsafeRawBufferPointer) -> Bool {
    guard response == .head else { return false }
    if phase == .body, !canDiscardBody { keepsAlive = false }
    // Source: RFC 9110 §8.6: not in a 204; in a 304 it would have to be that of the 200.
    if !isStatusBodiless {
      output.append(field: "Content-Length", decimal: body.count)
    }
    endHead()
    if !omitsBody, !isStatusBodiless { output.append(body) }
    endResponse()
    return true
  }

  func beginStream(length: Int?) -> Bool {
    guard response == .head else { return false }
    response = .streaming
    if let length {
      precondition(length >= 0, "a length is not negative")
      streamFraming = .length(remaining: length)
      if !isStatusBodiless {
        output.append(field: "Content-Length", decimal: length)
      }
    } else if requestView.minorVersion > 0 {
      streamFraming = .chunked
      if !isStatusBodiless { output.append("Transfer-Encoding: chunked\r\n") }
    } else {
      streamFraming = .untilClose
      if !omitsBody, !isStatusBodiless { keepsAlive = false }
    }
    endHead()
    enqueue()
    return true
  }

  /// `Connection`, where it differs from the version's default, and the empty line.
  private func endHead() {
    if core.isDraining { keepsAlive = false }
    if !keepsAlive {
      output.append("Connection: close\r\n\r\n")
    } else if requestView.minorVersion == 0 {
      output.append("Connection: keep-alive\r\n\r\n")
    } else {
      output.append("\r\n")
    }
  }

  func writeStream(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard response == .streaming else { return false }
    guard !bytes.isEmpty, !omitsBody, !isStatusBodiless else { return !isOutputFull }
    switch streamFraming {
    case .chunked:
      output.append(hexadecimal: bytes.count)
      output.append("\r\n")
      output.append(bytes)
      output.append("\r\n")
    case .length(let remaining):
      guard bytes.count <= remaining else {
        failAnswer()
        return false
      }
      streamFraming = .length(remaining: remaining - bytes.count)
      output.append(bytes)
    case .untilClose:
      output.append(bytes)
    }
    guard output.count <= core.limits.outputBufferBytes else {
      failAnswer()
      return false
    }
    if output.count >= core.limits.outputHighWaterBytes { isOutputFull = true }
    enqueue()
    return !isOutputFull
  }

  func finishStream() -> Bool {
    guard response == .streaming else { return false }
    if !omitsBody, !isStatusBodiless {
      switch streamFraming {
      case .chunked: output.append("0\r\n\r\n")
      case .length(let remaining):
        guard remaining == 0 else {
          failAnswer()
          return false
        }
      case .untilClose: break
      }
    }
    endResponse()
    return true
  }

  private func endResponse() {
    response = .done
    isExchangeOpen = false
    attachment = nil
    if output.count >= core.limits.outputHighWaterBytes { isOutputFull = true }
    if phase == .body {
      if !keepsAlive || !canDiscardBody {
        lingersAfterFlush = true
        phase = .closing
      } else if isBodyPaused {
        isBodyPaused = false
        openBodyWindow()
      }
    } else if !keepsAlive {
      // Bytes behind the last request would make the close a reset.
      lingersAfterFlush = inputStart < inputEnd
      phase = .closing
    }
    enqueue()
  }

  func abortByHandler() {
    isExchangeOpen = false
    attachment = nil
    core.statistics.abortedExchanges += 1
    cutOff()
  }

  /// The handler broke its own promise about the answer: the client must not take it for whole.
  private func failAnswer() {
    abortExchange()
    cutOff()
  }

  private func cutOff() {
    if case .untilClose = streamFraming, response == .streaming { resetsOnClose = true }
    response = .done
    lingersAfterFlush = false
    if phase != .closed { phase = .closing }
    enqueue()
  }

  /// The server's own answer in place of the handler's; the connection closes after it.
  func refuse(_ refusal: HTTPRefusal, omitsBody: Bool = false) {
    core.statistics.refusals += 1
    let answerHasBegun = response == .head || response == .streaming
    let isAfterAnswer = phase == .body && response == .done
    abortExchange()
    if answerHasBegun { return abort() }
    lingersAfterFlush = true
    guard !isAfterAnswer else { return phase = .closing }
    let answer = core.handler.refusalBody(refusal)
    response = .none
    _ = beginResponse(status: refusal.status)
    for (name, value) in answer.headers { _ = addHeader(name, value) }
    output.append(field: "Content-Length", decimal: answer.body.count)
    output.append("Connection: close\r\n\r\n")
    if !omitsBody { answer.body.withUnsafeBytes { output.append($0) } }
    response = .done
    headDeadline = Self.never
    bodyDeadline = Self.never
    phase = .closing
  }

  func abortExchange() {
    guard isExchangeOpen else { return }
    let exchange = exchange
    isExchangeOpen = false
    core.statistics.abortedExchanges += 1
    core.handler.exchangeAborted(exchange)
    attachment = nil
  }
}
