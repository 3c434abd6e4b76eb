extension DecisionContext {
  /// An id that is not in use.
  ///
  /// - Parameters:
  ///   - length: Characters of the id.
  ///   - isTaken: Whether an id is in use among its kind.
  /// - Complexity: one try unless ids collide; 36⁶ ids of six characters against some hundreds of
  ///   parts make a second one rare.
  func unusedIdentifier(length: Int, isTaken: (String) -> Bool) -> String {
    var id = identifiers.identifier(length: length)
    while isTaken(id) { id = identifiers.identifier(length: length) }
    return id
  }

  /// An id for a part of an API that none of its kind has.
  func unusedIdentifier<Part>(among parts: [String: Part]) -> String {
    unusedIdentifier(length: ApiLimits.partIdLength) { parts[$0] != nil }
  }

  /// A value for a new key that no key has.
  func unusedKeyValue(isTaken: (String) -> Bool) -> String {
    var value = identifiers.keyValue()
    while isTaken(value) { value = identifiers.keyValue() }
    return value
  }
}
