import CCurl

/// The header lines of a request as the library wants them, in one piece of memory.
///
/// The library's own way of building the list takes two allocations a line, which is most of what a
/// short request allocates.
struct HeaderLines {
  private let memory: UnsafeMutableRawPointer
  /// The list; nil without a line.
  let first: UnsafeMutablePointer<curl_slist>?

  /// Makes the list.
  ///
  /// - Parameters:
  ///   - text: The lines, each with a zero byte after it.
  ///   - count: How many they are.
  init(_ text: [UInt8], count: Int) {
    let stride = MemoryLayout<curl_slist>.stride
    memory = .allocate(
      byteCount: count * stride + text.count, alignment: MemoryLayout<curl_slist>.alignment)
    let lines = (memory + count * stride).bindMemory(to: CChar.self, capacity: text.count)
    text.withUnsafeBytes { UnsafeMutableRawPointer(lines).copyMemory(from: $0) }
    let nodes = memory.bindMemory(to: curl_slist.self, capacity: count)
    var offset = 0
    for index in 0..<count {
      let next = index + 1 < count ? nodes + index + 1 : nil
      (nodes + index).initialize(to: curl_slist(data: lines + offset, next: next))
      while text[offset] != 0 { offset += 1 }
      offset += 1
    }
    first = count == 0 ? nil : nodes
  }

  /// Gives the memory back; the library must have let go of the list.
  func deallocate() {
    memory.deallocate()
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemory(from bytes: UnsafeRawBufferPointer) {
    if let base = bytes.baseAddress { copyMemory(from: base, byteCount: bytes.count) }
  }
}
