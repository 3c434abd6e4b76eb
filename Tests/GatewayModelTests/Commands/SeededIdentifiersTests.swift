import GatewayModel
import Testing

@Suite struct SeededIdentifiersTests {
  @Test func repeatsFromTheSameSeed() {
    let (one, two) = (SeededIdentifiers(seed: 7), SeededIdentifiers(seed: 7))
    for _ in 0..<100 {
      #expect(one.identifier(length: 10) == two.identifier(length: 10))
      #expect(one.keyValue() == two.keyValue())
    }
    #expect(one.keyValue() != SeededIdentifiers(seed: 8).keyValue())
  }

  @Test func keepsToTheShapes() {
    let source = SeededIdentifiers(seed: 1)
    var seen: Set<String> = []
    for _ in 0..<1_000 {
      let id = source.identifier(length: 10)
      #expect(id.utf8.count == 10 && id.allSatisfy { $0.isLowercase || $0.isNumber })
      let value = source.keyValue()
      #expect(value.utf8.count == 40 && value.utf8.allSatisfy { $0 > 0x2F && $0 < 0x7B })
      seen.formUnion([id, value])
    }
    #expect(seen.count == 2_000)
  }
}
