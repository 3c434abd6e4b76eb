extension TraceScreen {
  /// True when there is a refusal before the one shown, or after it.
  ///
  /// - Parameter step: 1 for the one before, which is listed after it; -1 for the one after.
  func canStep(by step: Int) -> Bool {
    let index = record.flatMap { shown in refusals.firstIndex { $0.id == shown.id } }
    return refusals.indices.contains(index.map { $0 + step } ?? 0)
  }
}
