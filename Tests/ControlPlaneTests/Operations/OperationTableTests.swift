import ControlPlane
import Testing

@Suite("The table of operations")
struct OperationTableTests {
  @Test("Names are unique, and so are verb, path and fixed query")
  func unique() {
    let names = OperationTable.all.map(\.name)
    #expect(Set(names).count == names.count)
    let routes = OperationTable.all.map { operation in
      let labels = operation.path.segments.map { segment in
        if case .literal(let text) = segment { text } else { "*" }
      }
      return "\(operation.verb) \(labels) \(operation.fixedQuery?.value ?? "")"
    }
    #expect(Set(routes).count == routes.count)
  }

  @Test("A member has one meaning: path, query and body share no name")
  func memberNames() {
    for operation in OperationTable.all {
      let names =
        operation.path.labels + operation.query.map(\.name) + operation.body.members.map(\.name)
      #expect(Set(names).count == names.count, "\(operation.name)")
    }
  }
}
