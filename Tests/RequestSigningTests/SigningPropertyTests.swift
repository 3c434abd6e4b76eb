import TestSupport
import Testing

@testable import RequestSigning

/// What the signer signs the verifier accepts, and nothing near it.
@Suite struct SigningPropertyTests {
  /// Rounds in a test run; `KEYSTILE_SEED` names another seed.
  static let rounds = 300
  static let seed = SeededRandom.chosenSeed ?? 20_261_124

  @Test func signedIsAcceptedAndOneByteMoreOrLessIsNot() throws {
    var random = SeededRandom(seed: Self.seed)
    for round in 0..<Self.rounds {
      let request = Example.signed(Self.request(&random))
      let verifier = Example.verifier()
      let place = Comment(rawValue: "seed \(Self.seed), round \(round)")
      #expect(Example.refusal(of: request, by: verifier, isChange: false) == nil, place)
      for _ in 0..<40 {
        let (changed, what) = Self.mutated(request, &random)
        #expect(
          Example.refusal(of: changed, by: verifier, isChange: false) != nil,
          "\(place): \(what)")
      }
    }
  }

  static func request(_ random: inout SeededRandom) -> RawRequest {
    let segments = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      "s" + text(of: "abcXYZ019-_~:@%+", 8, &random)
    }
    let parameters = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      // Without escapes: their digits are the same in either case.
      text(of: "abcABC09-_./:", 6, &random) + "v=" + text(of: "abcABC09-_./:+", 6, &random)
    }
    let query = parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")
    let headers = (0..<Int.random(in: 0...3, using: &random)).map { index in
      RawRequest.Header("X-Test-\(index)", "v" + text(of: "abc 09,=;", 12, &random) + "w")
    }
    return Example.request(
      ["GET", "PUT", "POST", "PATCH", "DELETE"].randomElement(using: &random) ?? "GET",
      "/" + segments.joined(separator: "/") + query, headers: headers,
      body: text(of: "{}[]\":, abc\n09", 60, &random))
  }

  static func text(of letters: String, _ limit: Int, _ random: inout SeededRandom) -> String {
    let letters = Array(letters)
    return String(
      (0..<Int.random(in: 0...limit, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      })
  }

  /// A request with one byte replaced by another in one of its signed parts.
  static func mutated(
    _ request: RawRequest, _ random: inout SeededRandom
  ) -> (RawRequest, String) {
    var changed = request
    while true {
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        changed.method.replaceOne(&random)
      case 1:
        changed.target.replaceOne(&random)
      case 2 where !changed.body.isEmpty:
        changed.body.replaceOne(&random)
      case 3:
        let signed = changed.headers.indices.filter {
          changed.headers[$0].name != Array("User-Agent".utf8)
        }
        guard let index = signed.randomElement(using: &random) else { continue }
        changed.headers[index].value.replaceOne(&random)
      case 4:
        guard let index = changed.headers.indices.randomElement(using: &random),
          changed.headers[index].name != Array("User-Agent".utf8)
        else { continue }
        let old = changed.headers[index].name
        changed.headers[index].name.replaceOne(&random)
        guard Bytes.lowercased(old) != Bytes.lowercased(changed.headers[index].name) else {
          changed.headers[index].name = old
          continue
        }
      default: continue
      }
      return (changed, "\(changed)")
    }
  }
}

extension [UInt8] {
  /// Puts another byte in place of one.
  mutating func replaceOne(_ random: inout SeededRandom) {
    let index = Int.random(in: 0..<count, using: &random)
    let old = self[index]
    while self[index] == old { self[index] = UInt8.random(in: .min ... .max, using: &random) }
  }
}
