extension DisplayText {
  /// One cell's worth of text: a base scalar and what joins it.
  struct CellText {
    /// The scalar that takes the columns.
    let base: Unicode.Scalar
    /// The scalars that join it, most often none.
    let joined: Substring.UnicodeScalarView
    /// Columns, 1 or 2.
    let width: Int
  }

  /// Calls `body` for each cell's worth of text, in order.
  func forEachCell(_ body: (CellText) -> Void) {
    Self.forEachCell(of: string, ambiguousWidth: ambiguousWidth, body)
  }

  /// Cuts `safe` where a scalar that takes columns begins.
  static func forEachCell(
    of safe: String, ambiguousWidth: AmbiguousWidth, _ body: (CellText) -> Void
  ) {
    let scalars = safe[...].unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let base = scalars[index]
      var width = max(1, ScalarWidth.columns(of: base, ambiguous: ambiguousWidth))
      index = scalars.index(after: index)
      let joinedStart = index
      while index < scalars.endIndex, joins(scalars[index]) {
        // An emoji in its colourful form takes two columns whatever its plain form takes.
        if scalars[index].value == 0xFE0F { width = 2 }
        index = scalars.index(after: index)
      }
      body(CellText(base: base, joined: scalars[joinedStart..<index], width: width))
    }
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && ScalarWidth.columns(of: scalar) == 0
  }
}
