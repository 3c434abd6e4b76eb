extension Collection {
  /// The same, or nil if it is empty: API Gateway takes an empty member as one that was not sent.
  var nonEmpty: Self? { isEmpty ? nil : self }
}

extension String {
  /// The text without blanks and tabs around it.
  var trimmingBlanks: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
