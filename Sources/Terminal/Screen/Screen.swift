/// A place that shows frames and tells what its user does.
///
/// The program above knows nothing else of the terminal: the real one and the one in memory differ
/// in nothing that it could notice.
public protocol Screen: AnyObject {
  /// Columns and rows at present.
  var size: Size { get }
  /// The characters it can show lines and bars with.
  var glyphs: Glyphs { get }
  /// Shows `frame` in place of the last one and puts the cursor where it says.
  ///
  /// The same frame and cursor again cost nothing.
  func present(_ frame: Frame, cursor: Cursor?)
  /// Everything that has happened since the last call, in order; never waits for more.
  func readEvents() -> [TerminalEvent]
}

extension Screen {
  /// A blank frame of the screen's size and characters.
  public func makeFrame() -> Frame { Frame(size: size, glyphs: glyphs) }
}
