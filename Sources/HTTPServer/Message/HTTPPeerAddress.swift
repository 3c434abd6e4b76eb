internal import CSystem

/// The address and port of a client.
public struct HTTPPeerAddress: Hashable, Sendable, CustomStringConvertible {
  /// The first 8 bytes of the address, the first one in the highest bits.
  public let high: UInt64

  /// The last 8 bytes of an IPv6 address; 0 for IPv4, whose 4 bytes are the highest of `high`.
  public let low: UInt64

  /// True for IPv6.
  public let isIPv6: Bool

  /// The port, in the machine's byte order.
  public let port: UInt16

  private init(high: UInt64, low: UInt64, isIPv6: Bool, port: UInt16) {
    self.high = high
    self.low = low
    self.isIPv6 = isIPv6
    self.port = port
  }

  init(_ peer: ks_peer_address) {
    (high, low) = withUnsafeBytes(of: peer.bytes) { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    isIPv6 = peer.is_ipv6 != 0
    port = peer.port
  }

  /// The address with port 0: equal for all connections of one client.
  public var withoutPort: HTTPPeerAddress {
    HTTPPeerAddress(high: high, low: low, isIPv6: isIPv6, port: 0)
  }

  /// The address in the form `127.0.0.1`, or for IPv6 as eight groups without abbreviation.
  ///
  /// - Complexity: Allocates for IPv6.
  public var address: String {
    if isIPv6 {
      return [high, low].flatMap { half in
        [48, 32, 16, 0].map { String(half >> $0 & 0xFFFF, radix: 16) }
      }.joined(separator: ":")
    }
    return String(unsafeUninitializedCapacity: Self.longestIPv4) { bytes in
      var count = 0
      for shift in stride(from: 56 as UInt64, through: 32, by: -8) {
        let part = UInt8(truncatingIfNeeded: high >> shift)
        if count > 0 { Self.append(0x2E, to: bytes, &count) }
        if part >= 100 { Self.append(0x30 + part / 100, to: bytes, &count) }
        if part >= 10 { Self.append(0x30 + part / 10 % 10, to: bytes, &count) }
        Self.append(0x30 + part % 10, to: bytes, &count)
      }
      return count
    }
  }

  /// `255.255.255.255`, in bytes.
  private static let longestIPv4 = 15

  private static func append(
    _ byte: UInt8, to bytes: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    bytes[count] = byte
    count += 1
  }

  /// The address and port, `127.0.0.1:80` or `[0:0:0:0:0:0:0:1]:80`.
  public var description: String {
    isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}
