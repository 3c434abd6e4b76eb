/// A whole screenful of cells, drawn anew for every change.
///
/// Views draw everything every time; comparing with the last frame is the screen's business.
/// Drawing outside the frame does nothing.
public struct Frame: Sendable {
  /// Columns and rows.
  public let size: Size
  /// The characters of lines, bars and marks on the terminal the frame is for.
  public let glyphs: Glyphs
  /// Row by row from the top left.
  private(set) var cells: [Cell]
  /// The clusters that cells refer to by number.
  private(set) var clusters: [[Unicode.Scalar]] = []

  /// Makes a frame of blanks.
  /// - Complexity: O(cells).
  public init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .blank(.plain), count: size.width * size.height)
  }

  /// The rectangle of all cells.
  public var bounds: Rect { Rect(size) }

  /// What the cell at `point` shows; a blank outside the frame.
  public func content(at point: Point) -> CellContent {
    guard bounds.contains(point) else { return .scalar(" ") }
    return content(of: cells[point.y * size.width + point.x])
  }

  /// The look of the cell at `point`; plain outside the frame.
  public func style(at point: Point) -> Style {
    bounds.contains(point) ? cells[point.y * size.width + point.x].style : .plain
  }

  func content(of cell: Cell) -> CellContent {
    if cell.isContinuation { return .continuation }
    if let scalar = cell.scalar { return .scalar(scalar) }
    return .cluster(cell.clusterNumber.map { clusters[$0] } ?? [])
  }

  /// Puts one scalar of one column at `point`, if that is inside the frame.
  mutating func put(_ scalar: Unicode.Scalar, at point: Point, _ style: Style) {
    guard bounds.contains(point) else { return }
    separateHalves(at: point)
    cells[point.y * size.width + point.x] = Cell(scalar, style)
  }

  /// Puts a text's cell at `point`; the caller has made sure that it fits into the frame.
  mutating func put(_ text: DisplayText.CellText, at point: Point, _ style: Style) {
    separateHalves(at: point)
    let index = point.y * size.width + point.x
    if text.joined.isEmpty {
      cells[index] = Cell(text.base, style)
    } else {
      cells[index] = Cell(clusterNumber: clusters.count, style)
      clusters.append([text.base] + Array(text.joined))
    }
    if text.width == 2 {
      separateHalves(at: Point(x: point.x + 1, y: point.y))
      cells[index + 1] = .continuation(style)
    }
  }

  /// Blanks the rest of a wide character one half of which is about to be drawn over.
  mutating func separateHalves(at point: Point) {
    let index = point.y * size.width + point.x
    if cells[index].isContinuation, point.x > 0, !cells[index - 1].isContinuation {
      cells[index - 1] = .blank(cells[index - 1].style)
      cells[index] = .blank(cells[index].style)
    }
    if point.x + 1 < size.width, cells[index + 1].isContinuation, !cells[index].isContinuation {
      cells[index + 1] = .blank(cells[index + 1].style)
    }
  }

  /// Makes every cell of `rect` a blank of `style`.
  /// - Complexity: O(cells of the rectangle).
  public mutating func fill(_ rect: Rect, _ style: Style = .plain) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.endY {
      separateHalves(at: Point(x: area.x, y: y))
      separateHalves(at: Point(x: area.endX - 1, y: y))
      let start = y * size.width
      for index in (start + area.x)..<(start + area.endX) { cells[index] = .blank(style) }
    }
  }

  /// Gives every cell of `rect` another style and leaves its text.
  /// - Parameter change: makes the new style from the present one.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.endY {
      for index in (y * size.width + area.x)..<(y * size.width + area.endX) {
        cells[index].style = change(cells[index].style)
      }
    }
  }
}
