/// Text that is looked for in many others without regard to case.
struct Needle: Hashable, Sendable {
  /// As it is looked for, small letters.
  let text: String
  private let bytes: [UInt8]
  private let isASCII: Bool

  init(_ text: String) {
    self.text = text.lowercased()
    bytes = Array(self.text.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// True when it occurs.
  ///
  /// - Complexity: linear in the length of the text, without a copy of it while the needle is
  ///   ASCII.
  func occurs(in haystack: String) -> Bool {
    guard !bytes.isEmpty else { return true }
    guard isASCII else { return haystack.lowercased().contains(text) }
    let found = haystack.utf8.withContiguousStorageIfAvailable { occurs(in: $0) }
    return found ?? Array(haystack.utf8).withUnsafeBufferPointer { occurs(in: $0) }
  }

  private func occurs(in haystack: UnsafeBufferPointer<UInt8>) -> Bool {
    guard haystack.count >= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { wanted in
      for start in 0...(haystack.count - wanted.count) {
        var index = 0
        while index < wanted.count, Self.folded(haystack[start + index]) == wanted[index] {
          index += 1
        }
        if index == wanted.count { return true }
      }
      return false
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
