import Foundation
import GatewayModel
import OpenAPI
import TestSupport
import Testing

/// Damaged documents are read or refused, and never bring the process down.
@Suite struct MutatedDocumentTests {
  private static let mutationsEach = 1_500

  @Test(arguments: ["pets/document.json", "orders/document.yaml"], [UInt64(1), 20_261_124])
  func everyMutationHasAnAnswer(document: String, seed: UInt64) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/\(document)")
    let bytes = Array(try Data(contentsOf: file))
    var random = SeededRandom(seed: seed)
    var accepted = 0
    var refused = 0
    for step in 0..<Self.mutationsEach {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&mutated, &random) }
      do throws(DocumentError) {
        let definition = try OpenAPIImport.definition(of: mutated)
        var bench = ImportBench(seed: seed)
        let before = bench.state
        do throws(CommandError) {
          let id = try bench.add(definition)
          accepted += 1
          expectSameAgain(id, in: &bench, "seed \(seed), step \(step)")
        } catch {
          #expect(bench.state == before, "seed \(seed), step \(step)")
          #expect(!error.message.isEmpty)
          refused += 1
        }
      } catch {
        #expect(!error.reason.isEmpty, "seed \(seed), step \(step)")
        refused += 1
      }
    }
    #expect(accepted > 0 && refused > 0, "seed \(seed): \(accepted) accepted, \(refused) refused")
  }

  /// What was accepted can be exported and imported again.
  private func expectSameAgain(_ id: RestApiID, in bench: inout ImportBench, _ place: String) {
    let text = bench.export(id, as: .oas30, format: .yaml)
    do {
      let again = try bench.add(try OpenAPIImport.definition(of: Array(text.utf8)))
      #expect(bench.export(again, as: .oas30, format: .yaml) == text, "\(place)")
    } catch {
      Issue.record("\(place): the export was refused: \(error)\n\(text)")
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(place + Int.random(in: 1...40, using: &random), bytes.count)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3:
      let signs = Array("{}[]:,\"'&*!|>#-\n $~01".utf8)
      bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
    case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    default:
      let from = Int.random(in: 0..<bytes.count, using: &random)
      let piece = bytes[from..<min(from + 30, bytes.count)]
      bytes.replaceSubrange(place..<end, with: piece)
    }
  }
}
