/// Numbers of things in words.
enum CountText {
  /// For example `1 key` or `3 keys`.
  static func of(_ count: some BinaryInteger, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
