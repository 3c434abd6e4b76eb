import GatewayModel
import TestSupport
import Testing

@testable import Enforcement

/// Tries to reach a method that requires a key by spelling its path differently.
@Suite("Path bypass")
struct PathBypassTests {
  static let methods = [
    "GET /admin!", "GET /admin/users!", "GET /admin/{id}!", "GET /shop/{item}",
    "GET /shop/{item}/price!", "ANY /{proxy+}", "GET /shop/cart:open!",
  ]

  /// Spells a byte, a segment or a separator in another way.
  func mutate(_ path: String, _ random: inout SeededRandom) -> [UInt8] {
    var bytes = Array(path.utf8)
    for _ in 0..<(1 + random.below(3)) {
      let place = random.below(bytes.count + 1)
      switch random.below(7) {
      case 0 where place < bytes.count:
        let byte = bytes[place]
        let digits = Array(String(byte, radix: 16, uppercase: random.chance(50)).utf8)
        bytes.replaceSubrange(
          place...place,
          with: [UInt8(ascii: "%")] + (digits.count == 1 ? [UInt8(ascii: "0")] : []) + digits)
      case 1: bytes.insert(contentsOf: Array(random.element(of: Self.insertions).utf8), at: place)
      case 2 where place < bytes.count: bytes[place] ^= 0x20
      case 3: bytes.append(UInt8(ascii: "/"))
      case 4 where place < bytes.count: bytes[place] = UInt8(random.below(256))
      case 5: bytes.insert(UInt8(random.below(256)), at: place)
      default: bytes.insert(UInt8(ascii: "/"), at: place)
      }
    }
    return bytes
  }

  static let insertions = [
    "/.", "/..", "/%2e", "/%2E%2e", "//", "%2f", "%5c", "\\", ";x", "/;/", "%00", "%0a", "%c0%af",
    "%25", "..;", "/admin/..", "%",
  ]

  /// The path as a backend sees it that decodes every escape, merges slashes and resolves dots.
  func lenient(_ path: String) -> [String] {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        bytes.append(byte)
        continue
      }
      rest = rest.dropFirst(2)
      bytes.append(value == UInt8(ascii: "\\") ? UInt8(ascii: "/") : value)
    }
    var segments: [String] = []
    for part in bytes.split(separator: UInt8(ascii: "/")) {
      let name = String(decoding: part, as: UTF8.self)
      if name == ".." { _ = segments.popLast() } else if name != "." { segments.append(name) }
    }
    return segments
  }

  /// The method a backend would choose that lists its resources and takes the most specific.
  func chosen(_ segments: [String]) -> String? {
    let candidates = Self.methods.compactMap { line -> (rank: [Int], key: String)? in
      let words = line.split(separator: " ")
      let path = String(words[1]).replacing("!", with: "")
      let template = RouteSegment.segments(of: path)
      let isGreedy = path.hasSuffix("+}")
      guard isGreedy ? segments.count >= template.count : segments.count == template.count else {
        return nil
      }
      var rank: [Int] = []
      for (part, segment) in zip(template, segments) {
        switch part {
        case .literal(let text):
          guard text == segment else { return nil }
          rank.append(0)
        case .variable: rank.append(1)
        case .greedy: rank.append(2)
        }
      }
      return (rank, "\(path)/\(words[0])")
    }
    return candidates.min { $0.rank.lexicographicallyPrecedes($1.rank) }?.key
  }

  @Test("No spelling of a path reaches another method than a backend reads it as", arguments: 1...2)
  func mutations(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let table = RouteTable(Fixture.snapshot(Self.methods))
    let canonicalizer = PathCanonicalizer()
    let paths = [
      "/admin", "/admin/users", "/admin/7", "/shop/1", "/shop/1/price", "/shop/cart:open",
    ]
    var matched = 0
    for _ in 0..<20_000 {
      let raw = mutate(random.element(of: paths), &random)
      raw.withUnsafeBytes { bytes in
        let path = canonicalizer.canonicalize(bytes)
        guard path.refusal == nil, case .method(let index) = table.match(path, verb: .get) else {
          return
        }
        matched += 1
        let ours = table.methods[index].throttleKey
        // Read as it was sent by the client, and as it is sent on to the backend.
        for reading in [lenient(String(decoding: raw, as: UTF8.self)), lenient(path.text)] {
          #expect(chosen(reading) == ours, "seed \(seed), raw \(raw), canonical \(path.text)")
        }
      }
    }
    #expect(matched > 1_000)
  }
}
