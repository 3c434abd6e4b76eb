extension StyledText {
  /// Says that there are lines above and below those that are seen, and which keys lead to them.
  ///
  /// - Parameters:
  ///   - above: Lines before the first one seen.
  ///   - below: Lines after the last one seen.
  ///   - keys: The keys for back and forth, as the footer names them.
  public static func moreMark(
    above: Int, below: Int, keys: (back: String, forth: String)
  ) -> StyledText {
    let parts = [
      below > 0 ? "\(below) more below: \(keys.forth)" : nil,
      above > 0 ? "\(above) above: \(keys.back)" : nil,
    ].compactMap { $0 }
    return StyledText(DisplayText(parts.joined(separator: ", ")), Style(.warning))
  }
}
