/// What a terminal shows that is too small for the program.
public enum TooSmallNotice {
  /// Draws one centred line with the size that is needed and the size there is.
  public static func draw(into frame: inout Frame, needed: Size) {
    let row = frame.bounds.row(max(0, frame.size.height - 1) / 2)
    let long: DisplayText = "needs \(needed.description), this is \(frame.size.description)"
    let text = long.width <= row.width ? long : "\(needed.description)"
    frame.draw(text, in: row, Style(.warning), align: .centre)
  }
}
