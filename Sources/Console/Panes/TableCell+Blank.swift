import Terminal

extension TableCell {
  /// A cell with nothing in it.
  static var blank: TableCell { .styled(.empty) }
}
