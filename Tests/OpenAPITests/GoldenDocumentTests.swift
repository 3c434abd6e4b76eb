import Foundation
import GatewayModel
import OpenAPI
import TestSupport
import Testing

/// Documents as people write them, what they become, and what is exported of that.
@Suite struct GoldenDocumentTests {
  private static let documents = [
    "pets/document.json", "orders/document.yaml", "minimal/document.json",
    "rootkey/document.yaml", "guarded/document.yaml",
  ]

  private func definition(_ document: String) throws -> ApiDefinition {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(document)
    return try OpenAPIImport.definition(of: Array(Data(contentsOf: file)))
  }

  @Test(arguments: documents)
  func becomesTheSameApiAsEver(document: String) throws {
    let definition = try definition(document)
    let folder = String(document.prefix { $0 != "/" })
    var bench = ImportBench()
    let id = try bench.add(definition, basePath: "prepend")
    let api = try #require(bench.state.apis[id])
    expectGolden(Self.text(of: api, definition), "\(folder)/api.txt")
    for dialect in Dialect.allCases {
      expectGolden(
        bench.export(id, as: dialect, format: .yaml) + "", "\(folder)/\(dialect.rawValue).yaml")
      expectGolden(
        bench.export(id, as: dialect, extensions: []) + "\n", "\(folder)/\(dialect.rawValue).json")
    }
  }

  @Test(arguments: documents, Dialect.allCases)
  func exportsWhatImportsAlike(document: String, dialect: Dialect) throws {
    var bench = ImportBench()
    let id = try bench.add(try definition(document))
    for format in OpenAPIExport.Format.allCases {
      let text = bench.export(id, as: dialect, format: format)
      let again = try bench.add(try OpenAPIImport.definition(of: Array(text.utf8)))
      #expect(bench.export(again, as: dialect, format: format) == text)
    }
  }

  /// Everything a definition came to, a line an entity.
  private static func text(of api: ApiState, _ definition: ApiDefinition) -> String {
    var lines = definition.warnings.map { "warning: \($0)" }
    lines += definition.advice.map { "advice: \($0)" }
    lines.append("base path: \(definition.basePath)")
    lines.append(api.api.wire(.single).text)
    for resource in api.listedResources {
      lines.append(resource.path)
      for method in (api.methods[resource.id] ?? [:]).values.sorted(by: {
        $0.httpMethod < $1.httpMethod
      }) {
        lines.append("  \(method.wire.text)")
      }
    }
    lines += api.listedModels.map(\.wire.text)
    lines += api.listedRequestValidators.map(\.wire.text)
    lines += api.authorizers.values.sorted { $0.name < $1.name }.map { $0.wire(.single).text }
    lines += api.documentationParts.values.map { "\($0.location.label) \($0.properties)" }.sorted()
    lines += api.listedGatewayResponses.filter { !$0.isDefault }.map(\.wire.text)
    return lines.joined(separator: "\n") + "\n"
  }
}
