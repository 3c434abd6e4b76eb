import GatewayModel
import RequestSigning
import TestSupport

extension JSONValue {
  /// The value with one of its parts replaced by something else.
  func mutated(_ random: inout SeededRandom) -> JSONValue {
    switch self {
    case .object(let object) where !object.members.isEmpty && random.chance(85):
      let chosen = random.below(object.members.count)
      let action = random.below(6)
      var changed = JSONObject()
      for (index, member) in object.members.enumerated() {
        switch (index == chosen, action) {
        case (true, 0): continue
        case (true, 1):
          changed.add(member.name, member.value)
          changed.add(member.name, .null)
        case (true, 2): changed.add(member.name + "\u{0}", member.value)
        case (true, _): changed.add(member.name, member.value.mutated(&random))
        case (false, _): changed.add(member.name, member.value)
        }
      }
      return .object(changed)
    case .array(let elements) where !elements.isEmpty && random.chance(85):
      var changed = elements
      let index = random.below(elements.count)
      changed[index] = elements[index].mutated(&random)
      if random.chance(20) { changed += elements }
      return .array(changed)
    default: return Self.oddValue(&random)
    }
  }

  private static func oddValue(_ random: inout SeededRandom) -> JSONValue {
    switch random.below(16) {
    case 0: .null
    case 1: .bool(random.chance(50))
    case 2: .integer(Int64.max)
    case 3: .integer(Int64.min)
    case 4: .integer(-1)
    case 5: .double(1e308)
    case 6: .double(-0.5)
    case 7: .string("")
    case 8: .string(String(repeating: "x", count: 1 << random.below(15)))
    case 9: .string("\u{0}\u{1B}[31m\u{202E}\u{FFFF}")
    case 10: .array([])
    case 11: .object(JSONObject())
    case 12: .array([.array([.array([.null])])])
    case 13: (0..<random.below(200)).reduce(.null) { value, _ in .array([value]) }
    case 14: .string("${stageVariables.a}$input.path('$..')#foreach($i in $a)#end")
    default: .string("/a~0~1~2/../%00")
    }
  }
}

extension [UInt8] {
  /// Changes, inserts, deletes or doubles a few bytes.
  mutating func mutate(_ random: inout SeededRandom) {
    for _ in 0...random.below(3) {
      let byte = UInt8(random.below(256))
      guard !isEmpty else {
        append(byte)
        continue
      }
      let place = random.below(count)
      switch random.below(6) {
      case 0: self[place] = byte
      case 1: insert(byte, at: place)
      case 2: remove(at: place)
      case 3: self[place] ^= 1 << UInt8(random.below(8))
      case 4: removeSubrange(place...)
      default: insert(contentsOf: self[place..<Swift.min(place + 8, count)], at: place)
      }
    }
  }
}

extension RawRequest {
  /// The bytes on the wire, framed by their length.
  var wire: [UInt8] {
    var bytes = method + [0x20] + target + Array(" HTTP/1.1\r\n".utf8)
    for header in headers {
      bytes += header.name + Array(": ".utf8) + header.value + [0x0D, 0x0A]
    }
    if !body.isEmpty || method != Array("GET".utf8) {
      bytes += Array("Content-Length: \(body.count)\r\n".utf8)
    }
    return bytes + [0x0D, 0x0A] + body
  }

  /// The signed request with something changed that its signature covers; nil if the choice fell on a
  /// change without a meaning.
  func tampered(_ random: inout SeededRandom) -> RawRequest? {
    var changed = self
    switch random.below(6) {
    case 0:
      let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].map { Array($0.utf8) }
      changed.method = random.element(of: methods.filter { $0 != method })
    case 1:
      changed.target.tamperTarget(&random)
      guard changed.meaning != meaning else { return nil }
    case 2:
      changed.body.mutate(&random)
      guard changed.body != body else { return nil }
    case 3: changed.tamperHeader(&random)
    default:
      guard changed.tamperAuthorization(&random) else { return nil }
    }
    return changed
  }

  /// Path, and query without the order and the writing of its parameters: what a signature covers.
  private var meaning: [[UInt8]] {
    let path = target.prefix { $0 != 0x3F }
    let parameters = target[path.endIndex...].dropFirst().split(separator: 0x26).map { item in
      let name = item.prefix { $0 != 0x3D }
      return Self.decoded(name) + [0] + Self.decoded(item[name.endIndex...].dropFirst())
    }
    return [Array(path)] + parameters.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private mutating func tamperHeader(_ random: inout SeededRandom) {
    let signed = headers.indices.filter { headers[$0].name != Array("Authorization".utf8) }
    let index = random.element(of: signed)
    switch random.below(4) {
    case 0:
      let place = random.below(headers[index].value.count)
      headers[index].value[place] =
        headers[index].value[place] == 0x7E ? 0x7D : headers[index].value[place] + 1
    case 1: headers.remove(at: index)
    case 2: headers.append(headers[index])
    default: headers.append(.init("X-Amz-Fuzz-\(random.below(9))", "1"))
    }
  }

  private mutating func tamperAuthorization(_ random: inout SeededRandom) -> Bool {
    guard let index = headers.firstIndex(where: { $0.name == Array("Authorization".utf8) })
    else { return false }
    let old = headers[index].value
    switch random.below(10) {
    case 0: headers.remove(at: index)
    case 1: headers[index].value.removeLast(1 + random.below(80))
    case 2: headers.append(headers[index])
    default:
      let place = random.below(old.count)
      headers[index].value[place] = random.printable()
      return headers[index].value != old
    }
    return true
  }
}

extension [UInt8] {
  /// Changes, inserts or deletes one byte of a target, which stays a target in form.
  fileprivate mutating func tamperTarget(_ random: inout SeededRandom) {
    let bytes = Array("abcXYZ019-_.~/%:&=+?".utf8)
    let place = 1 + random.below(count)
    switch random.below(3) {
    case 0 where place < count: self[place] = random.element(of: bytes)
    case 1 where place < count: remove(at: place)
    default: insert(random.element(of: bytes), at: Swift.min(place, count))
    }
  }

  /// Breaks the framing of a request on the wire.
  mutating func breakFraming(_ random: inout SeededRandom) {
    let parts = [
      "Content-Length: 5\r\n", "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n",
      "Transfer-Encoding: gzip\r\n", "Content-Length : 1\r\n", "Content-Length: +1\r\n",
      " folded\r\n",
      "\n", "\r", "\0", "Host: other\r\n", "Connection: close\r\n", "Expect: 100-continue\r\n",
      "A: " + String(repeating: "b", count: 9_000) + "\r\n", "\r\n\r\n", ": empty\r\n",
      "Connection: upgrade\r\nUpgrade: h2c\r\n",
    ]
    guard random.chance(60), let line = firstIndex(of: 0x0A), line + 1 < count else {
      return mutate(&random)
    }
    let ends = indices.filter { self[$0] == 0x0A }
    insert(
      contentsOf: Array<UInt8>(random.element(of: parts).utf8),
      at: random.element(of: ends) + 1)
    if random.chance(30) { mutate(&random) }
  }
}
