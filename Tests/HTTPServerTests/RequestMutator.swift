/// Makes requests that are nearly right, the same ones for the same seed.
struct RequestMutator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  static let originals: [[UInt8]] = [
    "GET /pets?limit=1 HTTP/1.1\r\nHost: localhost\r\nX-API-Key: abc\r\n\r\n",
    "POST /collect HTTP/1.1\r\nHost: a:80\r\nContent-Length: 5\r\n\r\nhello",
    "POST /echo HTTP/1.1\r\nHost: [::1]\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "5;a=b\r\nhello\r\n3\r\nabc\r\n0\r\nT: v\r\n\r\n",
    "HEAD /headers HTTP/1.0\r\nConnection: keep-alive\r\nAccept: */*\r\n\r\n"
      + "GET /early HTTP/1.1\r\nHost: a\r\n\r\n",
    "PUT http://a/collect HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
      + "Content-Length: 3\r\n\r\nxyz",
    "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close, upgrade\r\nUpgrade: h2c\r\n\r\n",
    "DELETE /stream/100 HTTP/1.1\r\nHost: a\r\nA: \r\nB:c\r\n\r\n\r\n"
      + "PATCH /status/204 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
  ].map { Array($0.utf8) }

  private static let pieces: [[UInt8]] = [
    "\r", "\n", "\r\n", "\r\n\r\n", " ", "\t", "\0", ":", ",", ";", "\u{7F}", "#", "%", "/", "*",
    "Host: b\r\n", "Content-Length: 3\r\n", "Content-Length: 5\r\n", "content-length:",
    "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: identity\r\n", "Expect: x\r\n",
    "Connection: close\r\n", "HTTP/1.0", "HTTP/2.0", "HTTP/1.1", "0\r\n\r\n", "FFFFFFFF", "-1",
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\u{80}", "18446744073709551616",
  ].map { Array($0.utf8) }

  /// The next request: an original with one to four changes.
  mutating func next() -> [UInt8] {
    var request = Self.originals[below(Self.originals.count)]
    for _ in 0...below(4) where !request.isEmpty {
      let place = below(request.count)
      switch below(6) {
      case 0: request[place] = UInt8(below(256))
      case 1: request[place] ^= 1 << UInt8(below(8))
      case 2: request.remove(at: place)
      case 3: request.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
      case 4:
        let end = min(request.count, place + below(20))
        request.insert(contentsOf: request[place..<end], at: below(request.count))
      default: request.removeSubrange(place..<min(request.count, place + below(8)))
      }
    }
    return request
  }

  private mutating func below(_ bound: Int) -> Int {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
