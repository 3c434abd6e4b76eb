import Foundation
import GatewayModel
import TestSupport
import Testing

@testable import Workspace

/// Lines of version 1 stay readable: workspaces that hold them are never rewritten.
@Suite struct GoldenOperationsTests {
  /// What every line of the golden file says.
  private var records: [TransactionRecord] {
    SampleEntities.all.map { TransactionRecord(events: [RecordedEvent(.put($0), replaced: 3)]) }
      + SampleEntities.all.map { TransactionRecord(events: [RecordedEvent(.deleted($0.ref))]) }
      + [
        TransactionRecord(
          events: [RecordedEvent(.deleted(.account), replaced: 9)], correction: .undo(of: 12)),
        TransactionRecord(
          events: [RecordedEvent(.deleted(.account), replaced: 9)], correction: .redo(of: 13)),
        TransactionRecord(events: []),
      ]
  }

  @Test func everyKindIsInTheFile() {
    #expect(SampleEntities.all.map(\.ref.kind) == EntityKind.allCases)
  }

  @Test func linesAreWrittenAsEver() throws {
    let lines = try records.map { String(decoding: try EventCodec.encode($0), as: UTF8.self) }
    expectGolden(lines.joined(separator: "\n") + "\n", "operations-1.jsonl")
  }

  @Test func linesAreReadAsEver() throws {
    let read = try lines(of: "operations-1.jsonl").map { try EventCodec.decode($0) }
    #expect(read == records)
  }

  /// Written by hand, in other orders, with white space, escapes and members of a later day.
  @Test func linesOfAnotherHandAreRead() throws {
    let read = try lines(of: "operations-1-by-hand.jsonl").map { try EventCodec.decode($0) }
    #expect(
      read == [
        TransactionRecord(events: [RecordedEvent(.put(.apiKey(SampleEntities.apiKey)), replaced: 3)]
        ),
        TransactionRecord(events: [
          RecordedEvent(.deleted(.stage(ApiStageID(apiId: "a1b2c3d4e5", stage: "prod")))),
          RecordedEvent(.put(.resource("a1b2c3d4e5", SampleEntities.resource))),
        ]),
      ])
  }

  private func lines(of name: String) throws -> [[UInt8]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map(Array.init)
  }
}
