internal import CHTTPParser

/// How the end of a body is found.
enum BodyFraming: Equatable {
  case none
  case length(Int)
  case chunked
}

/// The checked head of one request: ranges over the input buffer and what they mean.
struct RequestHead {
  /// The parser with the field ranges; offsets count from `base`.
  var parsed = ks_request_head()
  /// The first byte of the request line.
  var base: UnsafePointer<UInt8>?
  var method = HTTPMethod.get
  var minorVersion = 1
  var targetStart = 0
  var targetCount = 0
  var framing = BodyFraming.none
  var keepsAlive = false
  var expectsContinue = false
  /// The index of each known header's first field plus one, 0 for none.
  var known = InlineArray<10, UInt8>(repeating: 0)
  /// A bit for each known header that occurs more than once.
  var repeated: UInt16 = 0

  func name(at index: Int) -> UnsafeRawBufferPointer {
    let field = parsed.fields[index]
    return bytes(Int(field.name), Int(field.name_length))
  }

  func value(at index: Int) -> UnsafeRawBufferPointer {
    let field = parsed.fields[index]
    return bytes(Int(field.value), Int(field.value_length))
  }

  func value(of header: HTTPKnownHeader) -> UnsafeRawBufferPointer? {
    let place = known[header.rawValue]
    return place == 0 ? nil : value(at: Int(place) - 1)
  }

  func isRepeated(_ header: HTTPKnownHeader) -> Bool {
    repeated >> UInt16(header.rawValue) & 1 != 0
  }

  var target: UnsafeRawBufferPointer { bytes(targetStart, targetCount) }

  func bytes(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base.map { $0 + start }, count: count)
  }
}
