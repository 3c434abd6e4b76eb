import HTTPServer
import TestSupport
import Testing

/// Requests with seeded damage: whatever comes, the server answers by its rules, and it answers the
/// same however the bytes are cut.
@Suite struct MutationTests {
  /// Damaged requests a run tries.
  static let rounds = 1_500

  private static let seeds = [
    "GET /a/b?c=d HTTP/1.1\r\nHost: a\r\nX-Api-Key: 0123456789\r\nAccept: */*\r\n\r\n",
    "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
    "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
    "PUT /x HTTP/1.0\r\nHost: a:80\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
  ]

  /// Pieces that matter to framing, put in or in place of others.
  private static let pieces: [[UInt8]] =
    [
      "\r", "\n", "\r\n", "\r\n\r\n", " ", "\t", ":", "\0", "\u{7F}", "0", "5", "-", "+", ",", ";",
      "Content-Length: 5\r\n", "Content-Length: 6\r\n", "Transfer-Encoding: chunked\r\n",
      "Transfer-Encoding: gzip\r\n", "Host: b\r\n", "GET / HTTP/1.1\r\n", " HTTP/1.1", "HTTP/2.0",
      "Expect: 100-continue\r\n", "chunked", "FFFFFFFFFFFFFFFF",
    ].map { Array($0.utf8) } + [[0x80], [0xFF, 0xFE]]

  @Test func damagedRequestsAreAnsweredByTheRulesHoweverTheyAreCut() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("seed \(seed)")
    var random = SeededNumbers(seed)
    let harness = try ServerHarness()
    var seen: Set<Int> = []
    for round in 0..<Self.rounds {
      let request = Self.damaged(&random)
      let whole = try Self.answers(to: request, cutAt: [], harness)
      let cuts = (0..<3).map { _ in Int.random(in: 0...request.count, using: &random) }.sorted()
      let cut = try Self.answers(to: request, cutAt: cuts, harness)
      seen.formUnion(whole)
      #expect(whole == cut, "seed \(seed) round \(round): \(request)")
      let allowed: Set<Int> = [100, 200, 400, 405, 413, 414, 417, 431, 501, 505]
      #expect(allowed.isSuperset(of: whole), "seed \(seed) round \(round): \(request)")
      // Nothing is read behind a refusal.
      #expect(whole.dropLast().allSatisfy { $0 <= 200 }, "seed \(seed) round \(round)")
    }
    #expect(seen.isSuperset(of: [200, 400, 501]), "the damage did not reach all rules")
    harness.sync()
    #expect(harness.statistics.openConnections == 0)
  }

  private static func damaged(_ random: inout SeededNumbers) -> [UInt8] {
    var bytes = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
    if Int.random(in: 0..<4, using: &random) == 0 {
      bytes += seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8
    }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let removed = min(Int.random(in: 0...3, using: &random), bytes.count - place)
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes.replaceSubrange(
        place..<(place + removed), with: Bool.random(using: &random) ? piece : [])
    }
    return bytes
  }

  /// The statuses of all answers to some bytes and an end of the stream.
  private static func answers(
    to request: [UInt8], cutAt cuts: [Int], _ harness: ServerHarness
  ) throws -> [Int] {
    let client = try harness.connect()
    var start = 0
    for cut in cuts + [request.count] {
      // A refusal may close the connection under what is still to be sent.
      guard (try? client.send(Array(request[start..<cut]))) != nil else { break }
      if cut < request.count { harness.onLoop { _ in } }
      start = cut
    }
    client.endSending()
    var statuses: [Int] = []
    while let answer = try? client.readAnyResponse() { statuses.append(answer.status) }
    return statuses.filter { $0 != 100 }
  }
}

/// Numbers that a seed determines.
///
/// Source: S. Vigna, SplitMix64.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
