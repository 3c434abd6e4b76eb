import GatewayModel
import OpenAPI
import TestSupport
import Testing

/// An exported document imports as an API whose export is the same document, whatever the API.
@Suite struct RoundTripTests {
  private static let definitionsEach = 60

  @Test(arguments: [UInt64(1), 2, 3, 20_261_124], Dialect.allCases)
  func exportImportExport(seed: UInt64, dialect: Dialect) throws {
    var definitions = RandomDefinitions(random: SeededRandom(seed: seed))
    for step in 0..<Self.definitionsEach {
      var bench = ImportBench(seed: seed)
      let id = try bench.add(definitions.next())
      for format in OpenAPIExport.Format.allCases {
        let text = bench.export(id, as: dialect, format: format)
        let definition = try OpenAPIImport.definition(of: Array(text.utf8))
        #expect(definition.warnings.isEmpty, "seed \(seed), step \(step)")
        let again = try bench.add(definition)
        let second = bench.export(again, as: dialect, format: format)
        guard second != text else { continue }
        Issue.record(
          "seed \(seed), step \(step):\n\(firstDifference(text, second))")
        return
      }
    }
  }

  private func firstDifference(_ one: String, _ other: String) -> String {
    let lines = [one, other].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let same = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    return lines.map { lines in
      lines.dropFirst(max(same - 4, 0)).prefix(8).joined(separator: "\n")
    }.joined(separator: "\n--- but then\n")
  }

  /// OpenAPI 3 says all the parts of an API that it has a place for.
  @Test(arguments: [UInt64(1), 2, 3])
  func openAPI3LosesNothing(seed: UInt64) throws {
    var definitions = RandomDefinitions(random: SeededRandom(seed: seed))
    for step in 0..<Self.definitionsEach {
      var bench = ImportBench(seed: seed)
      let id = try bench.add(definitions.next())
      let text = bench.export(id, as: .oas30)
      let again = try bench.add(try OpenAPIImport.definition(of: Array(text.utf8)))
      let apis = [id, again].compactMap { bench.state.apis[$0] }
      #expect(
        comparable(apis[0], id) == comparable(apis[1], again), "seed \(seed), step \(step)\n\(text)"
      )
    }
  }

  /// An API's methods and validators without ids, and without what a document has no place for:
  /// whether a response header is required, and maps that are empty.
  private func comparable(_ api: ApiState, _ id: RestApiID) -> [String] {
    let names = api.requestValidators.mapValues { $0.name ?? "" }
    return api.snapshot.routes.flatMap { route in
      route.methods.map { method in
        var method = method
        method.requestValidatorId = method.requestValidatorId.flatMap { names[$0] }
        method.authorizerId = method.authorizerId.flatMap { api.authorizers[$0]?.name }
        method.methodIntegration?.cacheNamespace = nil
        for (status, response) in method.methodResponses {
          let headers = response.responseParameters?.mapValues { _ in false }
          method.methodResponses[status]?.responseParameters = headers
        }
        for segment in route.path.split(separator: "/") {
          guard let name = ResourceRules.variableName(of: String(segment)) else { continue }
          method.requestParameters = method.requestParameters ?? [:]
          method.requestParameters?["method.request.path.\(name)"] = true
        }
        return "\(route.path) \(method.wire.text)"
      }
    } + api.gatewayResponses.values.map { "\($0)" }.sorted()
  }
}
