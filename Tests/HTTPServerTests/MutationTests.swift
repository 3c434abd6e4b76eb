import TestSupport
import Testing

@testable import HTTPServer

@Suite struct MutationTests {
  /// What comes back for anything at all: whole answers of the known kinds, then the end.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func anythingIsAnsweredOrRefused(seed: UInt64) throws {
    let harness = try ServerHarness()
    var mutator = RequestMutator(seed: seed)
    for round in 0..<1_000 {
      let request = mutator.next()
      let client = try harness.connect()
      try? client.send(request)
      client.endSending()
      let answer = try? client.readToEnd()
      // Refusals of what the server does not speak are the only 5xx it has words for.
      let isFine = answer.map { statuses(in: $0).allSatisfy { $0 < 500 || $0 == 501 || $0 == 505 } }
      try #require(
        isFine == true,
        "seed \(seed), round \(round): \(String(decoding: request, as: UTF8.self).debugDescription)"
      )
    }
    while harness.statistics.openConnections > 0 {}
    #expect(try harness.connect().request("GET", "/alive").status == 200)
  }

  private func statuses(in answer: [UInt8]) -> [Int] {
    String(decoding: answer, as: UTF8.self).split(separator: "HTTP/1.1 ").compactMap {
      Int($0.prefix(3))
    }
  }

  /// However a stream is cut into pieces, the scanner and the parser must read the same in it.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func headsReadTheSameInAnyPieces(seed: UInt64) {
    var mutator = RequestMutator(seed: seed)
    let limits = HTTPServerLimits()
    let buffer = RequestBuffer(capacity: limits.inputBufferBytes, fieldCapacity: 100)
    for round in 0..<2_000 {
      let request = mutator.next()
      for (index, byte) in request.enumerated() { buffer.bytes[index] = byte }
      var whole = HeadScanner()
      let expected = whole.scan(buffer.bytes, count: request.count, limits: limits)
      var pieces = HeadScanner()
      var result = HeadScanner.Result.incomplete
      for count in 0...request.count where result == .incomplete {
        result = pieces.scan(buffer.bytes, count: count, limits: limits)
      }
      #expect(result == expected, "seed \(seed), round \(round)")
      guard case .complete(let start, let end) = expected else { continue }
      let refusal = buffer.head.pointee.parse(
        buffer.bytes + start, count: end - start, scanner: whole, offset: start, limits: limits)
      if refusal == nil { checkInvariants(buffer.head.pointee, "seed \(seed), round \(round)") }
    }
  }

  /// What every accepted head keeps, whatever it was made of.
  private func checkInvariants(_ head: RequestHead, _ place: String) {
    let target = String(decoding: head.target, as: UTF8.self)
    #expect(target == "*" || target.hasPrefix("/"), "\(place)")
    #expect(!target.utf8.contains { $0 <= 0x20 || $0 >= 0x7F }, "\(place)")
    #expect(head.minorVersion == 0 || head.value(of: .host)?.isEmpty == false, "\(place)")
    #expect(!head.isRepeated(.host) && !head.isRepeated(.contentLength), "\(place)")
    let hasLength = head.value(of: .contentLength) != nil
    #expect(!hasLength || head.value(of: .transferEncoding) == nil, "\(place)")
    for index in 0..<head.fieldCount {
      #expect(!head.name(at: index).isEmpty && head.name(at: index).allSatisfy(ASCII.isToken))
      let value = head.value(at: index)
      #expect(ASCII.isFieldContent(value), "\(place): \(Array(value))")
    }
  }
}
