import Foundation
import Testing

@testable import HTTPServer

/// The parts that need no socket.
@Suite struct PieceTests {
  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
  ])
  func dateIsInTheFormOfTheProtocol(second: Int64, text: String) {
    let date = DateField()
    let field = date.field(nowNanoseconds: 0) { second * 1_000_000_000 + 999_999_999 }
    #expect(String(decoding: field, as: UTF8.self) == "Date: \(text)\r\n")
    withExtendedLifetime(date) {}
  }

  @Test func dateIsWrittenOncePerSecond() {
    let field = DateField()
    var reads = 0
    for now in stride(from: Int64(0), to: 3_000_000_000, by: 100_000_000) {
      _ = field.field(nowNanoseconds: now) {
        reads += 1
        return 5_500_000_000 + now
      }
    }
    #expect(reads == 4)
  }

  @Test func outputBufferKeepsOrderThroughGrowthAndPartialSends() {
    let pool = BlockPool(limits: HTTPServerLimits())
    let output = OutputBuffer(pool: pool)
    var expected: [UInt8] = []
    var sent: [UInt8] = []
    for round in 0..<300 {
      let piece = (0..<round * 3).map { UInt8(truncatingIfNeeded: $0 &+ round) }
      piece.withUnsafeBytes { output.append($0) }
      output.append(decimal: round)
      output.append(hexadecimal: round)
      expected += piece + Array("\(round)\(String(round, radix: 16))".utf8)
      let count = output.count * (round % 4) / 5
      sent += output.unsent[..<count]
      output.removeFirst(count)
    }
    sent += output.unsent
    output.removeFirst(output.count)
    #expect(sent == expected)
    #expect(output.isEmpty && output.unsent.isEmpty)
  }

  @Test func chunksSplitAtEveryPlaceDecodeTheSame() {
    let text = Array("5\r\nhello\r\n00B;a=b\r\n 0123456789\r\n0\r\nA:\r\nB: c\r\n\r\nREST".utf8)
    for first in 0..<text.count {
      for second in stride(from: first, to: text.count, by: 3) {
        var decoder = ChunkedBodyDecoder(limits: HTTPServerLimits())
        var body: [UInt8] = []
        var consumed = 0
        var step = ChunkedBodyDecoder.Step.needsMore
        for piece in [text[..<first], text[first..<second], text[second...]] {
          Array(piece).withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
              step = decoder.next(bytes, offset: &offset)
              guard case .content(let start, let count) = step else { break }
              body += bytes[start..<start + count]
            }
            consumed += offset
          }
        }
        #expect(step == .finished && consumed == text.count - 4, "\(first), \(second)")
        #expect(body == Array("hello 0123456789".utf8))
      }
    }
  }

  @Test func knownHeadersAreFoundByNameInAnyCase() {
    for header in HTTPKnownHeader.allCases {
      for name in [header.name.description, header.name.description.uppercased()] {
        #expect(Array(name.utf8).withUnsafeBytes { HTTPKnownHeader.find($0) } == header)
      }
      let longer = Array("\(header.name)x".utf8)
      #expect(longer.withUnsafeBytes { HTTPKnownHeader.find($0) } == nil)
    }
  }

  /// The longest head the limits allow fits, one byte more does not.
  @Test func limitsAreExact() {
    var limits = HTTPServerLimits()
    limits.requestLineBytes = 30
    limits.headerBlockBytes = 40
    func scan(_ line: Int, _ block: Int) -> HeadScanner.Result {
      let path = String(repeating: "a", count: line - "GET / HTTP/1.1\r\n".utf8.count)
      let value = String(repeating: "b", count: block - "A: \r\n\r\n".utf8.count)
      let head = Array("GET /\(path) HTTP/1.1\r\nA: \(value)\r\n\r\n".utf8)
      var scanner = HeadScanner()
      return head.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { scanner.scan($0, count: bytes.count, limits: limits) }
          ?? .incomplete
      }
    }
    #expect(scan(30, 40) == .complete(start: 0, end: 70))
    #expect(scan(31, 40) == .refused(.requestLineTooLong))
    #expect(scan(30, 41) == .refused(.headersTooLarge))
  }
}
