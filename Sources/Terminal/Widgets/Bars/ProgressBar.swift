/// How far some work has come: what it is, a bar and the number.
public struct ProgressBar: Hashable, Sendable {
  /// What is being done.
  public let label: DisplayText
  /// The part that is done, 0...1; nil when it cannot be known.
  public let fraction: Double?
  /// What the bar says in words, and how to stop.
  public let note: DisplayText

  /// Makes a bar.
  public init(label: DisplayText, fraction: Double?, note: DisplayText = "") {
    self.label = label
    self.fraction = fraction
    self.note = note
  }

  /// The part that is done in whole percent, `…` when it cannot be known.
  public var percentText: DisplayText {
    guard let fraction, !fraction.isNaN else { return "…" }
    return "\(Int(min(max(fraction, 0), 1) * 100))%"
  }

  /// Draws label, bar, percentage and note in the first row of `rect`; the note gives way first.
  public func draw(into frame: inout Frame, in rect: Rect) {
    let noteWidth = note.isEmpty ? 0 : note.width + 2
    let showsNote = rect.width - noteWidth >= label.width + 16
    let parts = rect.row(0).splitColumns([
      .fixed(min(label.width, rect.width / 2)), .fixed(label.isEmpty ? 0 : 1), .share(),
      .fixed(5), .fixed(showsNote ? noteWidth : 0),
    ])
    frame.draw(label, in: parts[0])
    frame.drawBar(fraction ?? 0, in: parts[2])
    frame.draw(percentText, in: parts[3], align: .trailing)
    frame.draw(note, in: parts[4], .muted, align: .trailing)
  }
}
