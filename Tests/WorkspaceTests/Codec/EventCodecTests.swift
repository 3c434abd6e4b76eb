import GatewayModel
import Testing

@testable import Workspace

@Suite struct EventCodecTests {
  /// Every kind, put and deleted, with back pointers, several to a line.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func everyEntityComesBack(seed: UInt64) throws {
    var entities = RandomEntities(seed: seed)
    for kind in EntityKind.allCases {
      let put = entities.entity(kind)
      let gone = entities.entity(kind)
      let record = TransactionRecord(
        events: [
          RecordedEvent(.put(put), replaced: entities.maybe { UInt64($0.number(0...9_999)) }),
          RecordedEvent(.deleted(gone.ref), replaced: 7),
        ],
        correction: entities.maybe { _ in .undo(of: 12) })
      let bytes = try EventCodec.encode(record)
      #expect(try EventCodec.decode(bytes) == record, "seed \(seed), \(kind)")
      #expect(try EventCodec.encode(record) == bytes, "seed \(seed), \(kind): equal bytes")
    }
  }

  /// The hand-written form of keys and memberships is the general one, byte for byte.
  @Test(arguments: 1...300 as ClosedRange<UInt64>) func keysHaveOneForm(seed: UInt64) throws {
    var entities = RandomEntities(seed: seed)
    let record = TransactionRecord(
      events: (0..<entities.number(1...3)).map { _ in
        let kind: EntityKind = entities.flag() ? .apiKey : .usagePlanKey
        return RecordedEvent(
          .put(entities.entity(kind)), replaced: entities.maybe { UInt64($0.number(0...9_999)) })
      })
    let general = try EventCodec.encodeGenerally(record)
    if let fast = KeyEventEncoder.encode(record) { #expect(fast == general, "seed \(seed)") }
    let decoded = general.withUnsafeBytes { KeyEventDecoder.decode($0) }
    if let decoded { #expect(decoded == record, "seed \(seed)") }
    #expect(try EventCodec.decode(general) == record, "seed \(seed)")
  }

  @Test func anOrdinaryKeyTakesTheFastWayBothWays() throws {
    let key = ApiKey(
      id: "k3jd72hs9a", value: "Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8Zq8Z", name: "acmé-web",
      description: "d", enabled: true, customerId: "c", stageKeys: ["a/b", "c/d"],
      tags: ["team": "x"], createdDate: Timestamp(seconds: 1_700_000_000),
      lastUpdatedDate: Timestamp(microseconds: -1))
    let member = UsagePlanKey(
      usagePlanId: "p1", keyId: key.id, createdDate: Timestamp(microseconds: 0))
    let record = TransactionRecord(
      events: [
        RecordedEvent(.put(.apiKey(key)), replaced: 42), RecordedEvent(.put(.usagePlanKey(member))),
      ])
    let fast = try #require(KeyEventEncoder.encode(record))
    #expect(fast == (try EventCodec.encodeGenerally(record)))
    #expect(fast.withUnsafeBytes { KeyEventDecoder.decode($0) } == record)
  }

  /// Whatever is cut off or flipped, the fast reader says nothing the general one would not say.
  @Test func theFastReaderNeverKnowsBetter() throws {
    let key = ApiKey(
      id: "k3jd72hs9a", value: "0123456789012345678901234567890123456789", name: "web",
      createdDate: Timestamp(microseconds: 5), lastUpdatedDate: Timestamp(microseconds: 6))
    let bytes = try EventCodec.encode(
      TransactionRecord(events: [RecordedEvent(.put(.apiKey(key)), replaced: 3)]))
    var compared = 0
    for index in bytes.indices {
      for change in [0x01, 0x02, 0x10, 0x20, 0x80] as [UInt8] {
        var damaged = bytes
        damaged[index] ^= change
        guard let fast = damaged.withUnsafeBytes({ KeyEventDecoder.decode($0) }) else { continue }
        compared += 1
        let general = damaged.withUnsafeBytes { try? EventCodec.decodeGenerally($0) }
        #expect(fast == general, "byte \(index) ^ \(change)")
      }
      let cut = Array(bytes[..<index])
      #expect(cut.withUnsafeBytes { KeyEventDecoder.decode($0) } == nil)
    }
    #expect(compared > 0)
  }

  @Test(arguments: [
    (#"[{"op":"apikey.put/2","value":{}}]"#, EventCodecError.newerOperation("apikey.put/2")),
    (#"[{"op":"teapot.put/1","value":{}}]"#, .unknownOperation("teapot.put/1")),
    (#"[{"op":"apikey.brew/1","value":{}}]"#, .unknownOperation("apikey.brew/1")),
    (#"[{"op":"apikey.put","value":{}}]"#, .unknownOperation("apikey.put")),
    (#"[{"op":"apikey.put/0","value":{}}]"#, .unknownOperation("apikey.put/0")),
    (#"[{"op":"apikey.delete/1","ref":{}}]"#, .malformed("0.ref.id is missing")),
    (#"[{"op":"apikey.delete/1","ref":{"id":5}}]"#, .malformed("0.ref.id is of the wrong type")),
    (#"[{"op":"apikey.delete/1"}]"#, .malformed("0.ref is of the wrong type")),
    (#"{}"#, .malformed("the array is of the wrong type")),
    (#"["#, .malformed("the array cannot be read")),
  ])
  func whatIsNotUnderstoodIsRefused(text: String, error: EventCodecError) {
    #expect(throws: error) { try EventCodec.decode(Array(text.utf8)) }
  }

  @Test func unknownMembersAreIgnored() throws {
    let text =
      #"[{"op":"usageplankey.put/1","later":true,"value":{"usagePlanId":"p","keyId":"k","#
      + #""createdDate":5,"colour":{"a":[1]}}}]"#
    let member = UsagePlanKey(
      usagePlanId: "p", keyId: "k", createdDate: Timestamp(microseconds: 5))
    #expect(
      try EventCodec.decode(Array(text.utf8)).events == [RecordedEvent(.put(.usagePlanKey(member)))]
    )
  }

  @Test func aSecretIsNotInTheMessage() {
    let text = #"[{"op":"apikey.put/1","value":{"id":7,"value":"SECRETSECRETSECRETSECRET"}}]"#
    let error = #expect(throws: EventCodecError.self) { try EventCodec.decode(Array(text.utf8)) }
    #expect(error?.explanation.contains("SECRET") == false)
  }
}
