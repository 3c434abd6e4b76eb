extension PatchStep {
  /// An optional map with the entry the path names added, replaced or taken away.
  ///
  /// The map goes when its last entry does, as recorded.
  /// - Parameters:
  ///   - map: As it is.
  ///   - value: What the entry becomes, unless the word is `remove`.
  ///   - absent: The refusal to replace or remove an entry that is not there.
  func changing<Value>(
    _ map: [String: Value]?, to value: Value, absent: CommandError
  ) throws(CommandError) -> [String: Value]? {
    let key = captures[0]
    var map = map ?? [:]
    guard op == .add || map.keys.contains(key) else { throw absent }
    if op == .remove { map.removeValue(forKey: key) } else { map.updateValue(value, forKey: key) }
    return map.nonEmpty
  }
}
