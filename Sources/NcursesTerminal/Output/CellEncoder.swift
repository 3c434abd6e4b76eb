internal import CNcurses
internal import Terminal

/// Turns cells of a frame into cells of ncurses that take the same columns on any terminal.
///
/// Where the C library's width of a scalar differs from the frame's, so may the terminal's. Such a
/// cell is drawn in its plain form with blanks behind it, or as `?`: its neighbours stay in place.
struct CellEncoder {
  /// False when the terminal's encoding has ASCII only.
  let isUTF8: Bool
  private var buffer: [cchar_t] = []

  init(isUTF8: Bool) { self.isUTF8 = isUTF8 }

  /// The cells of `run`, one for each character.
  mutating func encode(_ run: FrameRun, of frame: Frame, _ styles: inout StyleTable) -> [cchar_t] {
    buffer.removeAll(keepingCapacity: true)
    var column = run.columns.lowerBound
    var lastStyle: Style?
    var entry = StyleTable.Entry(attributes: 0, pair: 0)
    while column < run.columns.upperBound {
      let point = Point(x: column, y: run.row)
      let style = frame.style(at: point)
      if style != lastStyle {
        entry = styles.entry(for: style)
        lastStyle = style
      }
      let isWide =
        column + 1 < frame.size.width
        && frame.content(at: Point(x: column + 1, y: run.row)) == .continuation
      append(frame.content(at: point), columns: isWide ? 2 : 1, entry)
      column += isWide ? 2 : 1
    }
    return buffer
  }

  private mutating func append(_ content: CellContent, columns: Int, _ entry: StyleTable.Entry) {
    switch content {
    case .continuation:
      append([0x20], entry)
    case .scalar(let scalar):
      append(scalar, joined: [], columns: columns, entry)
    case .cluster(let scalars):
      append(scalars.first ?? " ", joined: scalars.dropFirst(), columns: columns, entry)
    }
  }

  private mutating func append(
    _ base: Unicode.Scalar, joined: ArraySlice<Unicode.Scalar>, columns: Int,
    _ entry: StyleTable.Entry
  ) {
    if base.isASCII, joined.isEmpty {
      append([wchar_t(base.value)], entry)
      return
    }
    let libraryColumns = isUTF8 ? Int(ks_wcwidth(base.value)) : (base.isASCII ? 1 : 0)
    let replacement: Unicode.Scalar = "?"
    if libraryColumns == columns {
      append([wchar_t(base.value)] + Self.attachable(joined, isUTF8), entry)
      return
    }
    let narrow = libraryColumns == 1 ? base : replacement
    append([wchar_t(narrow.value)], entry)
    for _ in 1..<max(1, columns) { append([0x20], entry) }
  }

  /// The scalars the C library agrees to join to the one before.
  private static func attachable(
    _ scalars: ArraySlice<Unicode.Scalar>, _ isUTF8: Bool
  ) -> [wchar_t] {
    guard isUTF8 else { return [] }
    return scalars.filter { ks_wcwidth($0.value) == 0 && $0.value != 0xFE0F }
      .map { wchar_t($0.value) }
  }

  private mutating func append(_ scalars: [wchar_t], _ entry: StyleTable.Entry) {
    var cell = cchar_t()
    let isSet = (scalars + [0]).withUnsafeBufferPointer { text in
      text.baseAddress.map { ks_set_cell(&cell, $0, entry.attributes, entry.pair) == OK } ?? false
    }
    if isSet { buffer.append(cell) }
  }
}
