import GatewayModel
import TestSupport
import Testing

@testable import Enforcement

/// The compiled table against the rules said plainly: of all templates that match, the one whose first
/// differing segment is more literal.
@Suite("Random routes")
struct RandomRouteTests {
  private static let verbs = ["GET", "POST", "PUT"]

  @Test("The table answers as a list of templates that is searched whole")
  func sameAsPlainSearch() {
    var random = SeededRandom()
    for _ in 0..<300 {
      let methods = Self.methods(&random)
      let table = RouteTable(Fixture.snapshot(methods))
      for _ in 0..<40 {
        let path = Self.path(of: ["a", "b", "c"], upTo: 4, &random)
        let verb = Self.verbs.randomElement(using: &random) ?? ""
        let found = PathCanonicalizer.withCanonicalPath(of: path) {
          table.match($0, verb: HTTPVerb(name: verb))
        }
        let key =
          if case .method(let index) = found { table.methods[index].throttleKey } else {
            "\(found)"
          }
        let expected = Self.plainSearch(methods, verb, path)
        #expect(key == expected, "\(verb) \(path) among \(methods)")
      }
    }
  }

  /// Up to a dozen methods, each once.
  private static func methods(_ random: inout SeededRandom) -> [String] {
    let all = (0...random.below(12)).map { _ in
      var path = path(of: ["a", "b", "{v}"], upTo: 3, &random)
      if random.below(3) == 0 { path = (path == "/" ? "" : path) + "/{g+}" }
      return "\((verbs + ["ANY"]).randomElement(using: &random) ?? "") \(path)"
    }
    return Array(Set(all)).sorted()
  }

  private static func path(
    of words: [String], upTo limit: Int, _ random: inout SeededRandom
  ) -> String {
    "/"
      + (0..<random.below(limit + 1)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: "/")
  }

  private static func plainSearch(_ methods: [String], _ verb: String, _ path: String) -> String {
    let methods = methods.map { $0.split(separator: " ").map(String.init) }
    func segments(_ path: String) -> [Substring] { path.split(separator: "/") }
    func key(_ path: String) -> String? {
      [verb, "ANY"].first { methods.contains([$0, path]) }.map { "\(path)/\($0)" }
    }
    func matches(_ template: [Substring], _ asked: [Substring]) -> Bool {
      let isGreedy = template.last == "{g+}"
      return (isGreedy ? asked.count >= template.count : asked.count == template.count)
        && zip(template, asked).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
    func ranks(_ template: [Substring]) -> [Int] {
      template.map { $0 == "{g+}" ? 2 : $0 == "{v}" ? 1 : 0 }
    }
    let resources = Set(methods.map { $0[1] }).map(segments).filter { matches($0, segments(path)) }
    guard
      let best = resources.min(by: { ranks($0).lexicographicallyPrecedes(ranks($1)) })
    else { return "noResource" }
    if let own = key("/" + best.joined(separator: "/")) { return own }
    guard let last = best.last, !last.hasPrefix("{") else { return "noMethod" }
    return best.indices.reversed().lazy.compactMap { place in
      key("/" + (best[..<place] + ["{g+}"]).joined(separator: "/"))
    }.first ?? "noMethod"
  }
}
