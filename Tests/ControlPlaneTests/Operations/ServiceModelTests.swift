import ControlPlane
import HTTPServer
import Testing

@Suite(
  "The table of operations beside the service's own model",
  .enabled(if: ServiceModel.isWanted, "botocore is not installed: pip install botocore"))
struct ServiceModelTests {
  @Test("Every operation of the model has a row, and every row is an operation")
  func complete() throws {
    let model = try ServiceModel.installed.get()
    let known = Set(OperationTable.all.filter { $0.service == .apiGateway }.map(\.name))
    #expect(known == Set(model.operations.keys))
  }

  @Test("Verb, path, status and members are the model's")
  func rows() throws {
    let model = try ServiceModel.installed.get()
    for row in OperationTable.all where row.service == .apiGateway {
      guard let operation = model.operations[row.name] else { continue }
      #expect("\(row.verb.name)" == operation.verb, "\(row.name)")
      let fixed = row.fixedQuery.map { "?\($0.name)=\($0.value)" } ?? ""
      #expect(
        row.path.text.replacing("+}", with: "}") + fixed == operation.path, "\(row.name)")
      #expect(row.status == operation.status, "\(row.name)")
      #expect(Self.members(row.query) == operation.query, "\(row.name)")
      #expect((row.body == .raw) == operation.isRaw, "\(row.name)")
      #expect(Self.members(row.body.members) == operation.body, "\(row.name)")
    }
  }

  private static func members(_ members: [InputMember]) -> [String: ServiceModel.Member] {
    Dictionary(
      uniqueKeysWithValues: members.map {
        (
          $0.name,
          ServiceModel.Member(
            wire: $0.wireName, kind: text(of: $0.kind), required: $0.isRequired)
        )
      })
  }

  private static func text(of kind: InputKind) -> String {
    switch kind {
    case .text: "text"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .list(let element): "list<\(text(of: element))>"
    case .map(let value), .mapOfNullable(let value): "map<\(text(of: value))>"
    case .structure(let members):
      "{\(members.map { "\($0.name):\(text(of: $0.kind))" }.sorted().joined(separator: ","))}"
    }
  }
}
