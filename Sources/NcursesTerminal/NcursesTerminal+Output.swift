internal import CNcurses
internal import Glibc
public import Terminal

extension NcursesTerminal {
  /// Shows `frame` in place of the last one and puts the cursor where it says.
  ///
  /// A frame of another size than the terminal's is left out: it was drawn before a resize that the
  /// program has yet to read. The same frame and cursor again write nothing.
  public func present(_ frame: Frame, cursor: Cursor?) {
    guard !isClosed, frame.size == size else { return }
    let runs = frame.changes(from: previous)
    guard !runs.isEmpty || cursor != previousCursor || previous == nil else { return }
    for run in runs { hand(run, of: frame) }
    place(cursor)
    let isHeld = holdsFrames && !runs.isEmpty
    // Past ncurses, which has nothing left to write between two frames.
    if isHeld { device.write(ControlSequences.beginFrame) }
    wnoutrefresh(window)
    doupdate()
    if isHeld { device.write(ControlSequences.endFrame) }
    previous = frame
    previousCursor = cursor
    finishFirstFrame()
  }

  /// Hands one run to ncurses, which sends what differs from what it knows the terminal shows.
  private func hand(_ run: FrameRun, of frame: Frame) {
    let cells = encoder.encode(run, of: frame, &styles)
    wmove(window, Int32(run.row), Int32(run.columns.lowerBound))
    cells.withUnsafeBufferPointer { buffer in
      _ = wadd_wchnstr(window, buffer.baseAddress, Int32(buffer.count))
    }
  }

  /// Leaves the cursor where the user's attention is, seen or not: screen readers and input methods
  /// follow it.
  private func place(_ cursor: Cursor?) {
    let point = cursor?.point ?? Point(x: 0, y: 0)
    wmove(
      window, Int32(max(0, min(point.y, size.height - 1))),
      Int32(max(0, min(point.x, size.width - 1))))
    if (cursor?.isVisible ?? false) != (previousCursor?.isVisible ?? false) {
      curs_set(cursor?.isVisible == true ? 1 : 0)
    }
  }

  /// Switches on the modes ncurses knows nothing of, and asks the terminal about itself, after the
  /// user has something to look at.
  private func finishFirstFrame() {
    guard isXtermLike else { return }
    if needsModes {
      needsModes = false
      device.write(
        ControlSequences.enterModes
          + (options.isMouseEnabled ? ControlSequences.enterDragging : ""))
    }
    if options.asksTerminal, !hasAsked {
      hasAsked = true
      assembler.expectsReplies = true
      device.write(ControlSequences.questions)
    }
  }
}
