internal import Glibc

/// Addresses of callers as they stand in records: 16 bytes in network order.
enum SourceAddress {
  /// The address as text, IPv4 in dotted form, or nil for zeros.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.contains(where: { $0 != 0 }) else { return nil }
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    if bytes.starts(with: mapped) {
      return bytes.suffix(4).map { String($0) }.joined(separator: ".")
    }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard inet_ntop(AF_INET6, bytes.baseAddress, &text, socklen_t(text.count)) != nil else {
      return nil
    }
    return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }
}
