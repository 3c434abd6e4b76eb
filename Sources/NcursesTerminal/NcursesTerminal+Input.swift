internal import CNcurses
internal import Glibc
public import Terminal

extension NcursesTerminal {
  /// A background at least this light is a light one, from 0 for black to 1 for white.
  private static let lightBackgroundLuminance = 0.5

  /// Everything that has happened since the last call, in order; never waits for more.
  ///
  /// All input there is gets read, because ncurses reads ahead: what it holds back would not wake
  /// the event loop. A stop from outside is obeyed in here and shows as `resumed`.
  public func readEvents() -> [TerminalEvent] {
    guard !isClosed else { return [] }
    var events: [TerminalEvent] = []
    takeSignals(into: &events)
    let isEnded = device.isClosed
    drain(into: &events)
    if isEnded, !hasReportedClosing {
      hasReportedClosing = true
      events.append(.closed)
    }
    return events
  }

  private func drain(into events: inout [TerminalEvent]) {
    var value: wint_t = 0
    while true {
      let kind = wget_wch(keys, &value)
      guard kind != ERR else { break }
      if kind == KEY_CODE_YES {
        if Int32(bitPattern: value) == KEY_MOUSE {
          if let event = mouse.next() { events.append(.mouse(event)) }
        } else {
          take(assembler.feed(code: Int32(bitPattern: value)), into: &events)
        }
      } else if let scalar = Unicode.Scalar(value) {
        take(assembler.feed(scalar), into: &events)
      }
    }
    take(assembler.finish(), into: &events)
  }

  private func take(_ items: [InputItem], into events: inout [TerminalEvent]) {
    for item in items {
      switch item {
      case .event(let event): events.append(event)
      case .mouse(let report):
        if options.isMouseEnabled, let event = mouse.event(for: report) {
          events.append(.mouse(event))
        }
      case .reply(let reply): take(reply, into: &events)
      }
    }
  }

  private func take(_ reply: TerminalReply, into events: inout [TerminalEvent]) {
    switch reply {
    case .attributes:
      assembler.expectsReplies = false
    case .mode(2026, let state):
      holdsFrames = state == 1 || state == 2
    case .mode: break
    case .background(let luminance):
      let isLight = luminance >= Self.lightBackgroundLuminance
      if options.theme == nil, isLight { theme = .light }
      events.append(.lightBackground(isLight))
    }
  }

  private func takeSignals(into events: inout [TerminalEvent]) {
    let signals = inbox?.take() ?? []
    if signals.contains(SIGTSTP) {
      suspend()
      events.append(.resumed)
    } else if signals.contains(SIGCONT) {
      // Stopped by a signal nobody can catch, and continued.
      returnToScreen()
      events.append(.resumed)
    }
    adoptSize(into: &events)
    for number in SignalInbox.ending where signals.contains(number) {
      events.append(.terminate(signal: number))
    }
  }

  /// Takes over the terminal's size, however many signals told of it; without signals it is looked
  /// up at each reading.
  private func adoptSize(into events: inout [TerminalEvent]) {
    let actual = device.size
    guard actual != size else { return }
    size = actual
    resize_term(Int32(actual.height), Int32(actual.width))
    // What a terminal keeps of its content when it changes size is anyone's guess.
    redrawwin(window)
    previous = nil
    events.append(.resize(actual))
  }
}
