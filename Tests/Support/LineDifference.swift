/// The lines in which two texts differ, for reading.
enum LineDifference {
  /// Lines around a difference that are shown with it.
  private static let contextLines = 2

  static func describe(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [(text: String, isChange: Bool)] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < old.count || newIndex < new.count {
      if oldIndex < old.count, removed.contains(oldIndex) {
        lines.append(("- " + old[oldIndex], true))
        oldIndex += 1
      } else if newIndex < new.count, added.contains(newIndex) {
        lines.append(("+ " + new[newIndex], true))
        newIndex += 1
      } else {
        lines.append(("  " + new[newIndex], false))
        oldIndex += 1
        newIndex += 1
      }
    }
    let shown = lines.indices.filter { index in
      let nearby = max(0, index - contextLines)...min(lines.count - 1, index + contextLines)
      return lines[nearby].contains { $0.isChange }
    }
    return shown.map { lines[$0].text }.joined(separator: "\n")
  }
}
