import CSystem
import Testing

@testable import Journal

@Suite("Format")
struct FormatTests {
  @Test("CRC-32C gives the published values, by instruction and by table")
  func checksum() {
    // Source: RFC 3720 appendix B.4.
    let vectors: [([UInt8], UInt32)] = [
      (Array(repeating: 0, count: 32), 0x8a91_36aa),
      (Array(repeating: 0xff, count: 32), 0x62a8_ab43),
      (Array(0..<32), 0x46dd_794e),
      (Array("123456789".utf8), 0xe306_9283),
    ]
    for (bytes, expected) in vectors {
      #expect(ks_crc32c(0, bytes, bytes.count) == expected)
      #expect(ks_crc32c_portable(0, bytes, bytes.count) == expected)
      // In two pieces.
      let first = ks_crc32c(0, bytes, 5)
      bytes.withUnsafeBytes { buffer in
        let rest = buffer.dropFirst(5)
        #expect(
          ks_crc32c(first, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            == expected)
      }
    }
  }

  @Test("A record line has the bytes the format document shows")
  func recordBytes() throws {
    let head = JournalHead(sequence: 41, chain: try #require(Chain("AAAAAAAAAAAAAAAAAAAAAA")))
    let encoder = RecordEncoder()
    let line = try Array("[{}]".utf8).withUnsafeBytes { operations in
      let content = RecordEncoder.Content(
        operations: operations, actor: "ann", surface: "cli",
        id: TransactionID(high: 1, low: 255), time: JournalTime(microseconds: 1))
      return Array(try encoder.encode(content, after: head, durableSequence: 40))
    }
    let text = String(decoding: line, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"v":1,"n":42,"t":"1970-01-01T00:00:00.000001Z","by":"ann","via":"cli","#
          + #""id":"000000000000000100000000000000ff","d":40,"p":"AAAAAAAAAAAAAAAAAAAAAA","#
          + #""ops":[{}],"c":""#))
    #expect(text.hasSuffix("\"}\n"))
  }

  @Test("Unknown fields before ops are passed over, a newer version is refused")
  func evolution() throws {
    func line(_ text: String) -> [UInt8] { LineText.withTrailer(text) }
    let known =
      #"{"v":1,"n":1,"t":"2026-01-02T03:04:05.000000Z","by":"a","via":"cli","#
      + #""id":"00000000000000000000000000000001","d":0,"p":"AAAAAAAAAAAAAAAAAAAAAA""#
    let extended = line(known + #","new":{"a":[1,"]}"]},"x":null,"ops":[7]"#)
    try extended.withUnsafeBytes { bytes in
      let record = try JournalLine(checking: bytes)
      #expect(record.operations.elementsEqual("[7]".utf8))
    }
    let newer = line(#"{"v":2,"n":1"#)
    _ = newer.withUnsafeBytes { bytes in
      #expect(throws: LineProblem.newerVersion(2)) { _ = try JournalLine(checking: bytes) }
    }
  }

  @Test("Random bytes never pass for a record and never crash the reader")
  func fuzz() {
    let seed: UInt64 = 20_261_124
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "{\"v\":1", ",\"n\":", "1", "\"", "\\", "[", "]", "}", ",\"ops\":", "\n", "\u{0}",
    ]
    for round in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<30, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      let line = round % 2 == 0 ? Array(text.utf8) : LineText.withTrailer(text)
      _ = line.withUnsafeBytes { bytes in
        #expect(throws: LineProblem.self, "seed \(seed), round \(round)") {
          _ = try JournalLine(checking: bytes)
        }
      }
    }
  }

  @Test("Times are written and read as the calendar has them")
  func times() throws {
    let cases: [(Int64, String)] = [
      (0, "1970-01-01T00:00:00.000000Z"),
      (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
      (1_709_251_199_999_999, "2024-02-29T23:59:59.999999Z"),
      (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
      (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
    ]
    for (microseconds, text) in cases {
      #expect(JournalTime(microseconds: microseconds).description == text)
      #expect(JournalTime(text)?.microseconds == microseconds)
    }
    for wrong in ["2023-02-29T00:00:00.000000Z", "2024-01-01 00:00:00.000000Z", "", "x"] {
      #expect(JournalTime(wrong) == nil)
    }
    #expect(JournalTime(microseconds: -5).microseconds == 0)
  }

  @Test("Chains, names and heads read back what they print")
  func texts() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let head = JournalHead(
        sequence: generator.next() >> 8,
        chain: Chain(high: generator.next(), low: generator.next()))
      #expect(JournalHead(head.description) == head)
      let id = TransactionID(using: &generator)
      #expect(TransactionID(id.description) == id)
    }
    #expect(Chain("AAAAAAAAAAAAAAAAAAAAAB") == nil)
    #expect(TransactionID("0000000000000000000000000000000A") == nil)
  }

  @Test("A manifest with a gap, an overlap or a path is refused")
  func manifests() throws {
    let chain = Chain(high: 1, low: 2)
    func manifest(last: UInt64, file: String = "0000000000000001.jl") -> [UInt8] {
      Manifest(
        journal: TransactionID(high: 1, low: 1), generation: 1,
        segments: [
          .init(
            file: file, serial: 1, first: 1, previous: chain,
            end: .init(last: last, byteCount: 500)),
          .init(file: "0000000000000006.jl", serial: 2, first: 6, previous: chain),
        ]
      ).line
    }
    func read(_ line: [UInt8]) throws -> Manifest {
      let result = line.withUnsafeBytes { bytes in
        Result { () throws(LineProblem) in try Manifest(line: bytes) }
      }
      return try result.get()
    }
    #expect(try read(manifest(last: 5)).segments.count == 2)
    #expect(throws: LineProblem.self) { try read(manifest(last: 4)) }
    #expect(throws: LineProblem.self) { try read(manifest(last: 6)) }
    #expect(throws: LineProblem.self) { try read(manifest(last: 5, file: "../../etc.jl")) }
  }
}
