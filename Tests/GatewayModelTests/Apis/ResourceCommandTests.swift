import GatewayModel
import Testing

@Suite struct ResourceCommandTests {
  /// `/pets/{id}/toys`, `/files/{proxy+}`, `/empty`.
  private func bench() throws -> ApiWorkbench {
    var bench = try ApiWorkbench()
    for path in ["/pets/{id}/toys", "/files/{proxy+}", "/empty"] { _ = try bench.path(path) }
    return bench
  }

  @Test(arguments: refusals)
  func refuses(_ refusal: RefusalCase) throws {
    refusal.check(on: try bench())
  }

  private static func create(
    _ code: CommandErrorCode, _ message: String, _ pathPart: String,
    under parent: String
  ) -> RefusalCase {
    RefusalCase(code, message) {
      .createResource(.init(restApiId: $0.api, parentId: parent, pathPart: pathPart))
    }
  }

  private static func update(
    _ code: CommandErrorCode, _ message: String, _ resource: String,
    _ path: String, _ value: String, op: String = "replace"
  ) -> RefusalCase {
    RefusalCase(code, message) { bench in
      let value =
        value.hasPrefix("/") ? bench.apiState.resource(path: value)?.id ?? value : value
      return .updateResource(
        .init(
          restApiId: bench.api, resourceId: resource,
          patchOperations: [PatchOperation(op: op, path: path, value: value)]))
    }
  }

  private static let unknown = "Invalid Resource identifier specified"

  static let refusals: [RefusalCase] = [
    create(.notFound, unknown, "x", under: "nope"),
    RefusalCase(.notFound, "Invalid API identifier specified 000000000000:nope") {
      .createResource(.init(restApiId: "nope", parentId: $0.root, pathPart: "x"))
    },
    create(
      .conflict, "Another resource with the same parent already has this name: pets",
      "pets", under: "/"),
    create(
      .badRequest,
      "A sibling ({id}) of this resource already has a variable path part "
        + "-- only one is allowed", "{other}", under: "/pets"),
    create(
      .badRequest,
      "A sibling ({proxy+}) of this resource already has a variable path part "
        + "-- only one is allowed", "{child+}", under: "/files"),
    create(
      .badRequest, "Cannot create a child of a resource with a greedy path variable: {proxy+}", "x",
      under: "/files/{proxy+}"),
    create(
      .badRequest,
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and "
        + "curly braces at the beginning and the end.", "a b", under: "/"),
    update(.notFound, unknown, "nope", "/pathPart", "x"),
    update(.notFound, unknown, "/pets", "/parentId", "nope"),
    update(.badRequest, "Root resource cannot update its pathPart.", "/", "/pathPart", "x"),
    update(.badRequest, "Root resource cannot update its parentId.", "/", "/parentId", "/pets"),
    update(.badRequest, "Resources cannot be cyclical.", "/pets", "/parentId", "/pets/{id}"),
    update(.badRequest, "Resources cannot be cyclical.", "/pets", "/parentId", "/pets"),
    update(
      .conflict, "Another resource with the same parent already has this name: pets", "/empty",
      "/pathPart", "pets"),
    update(
      .badRequest,
      "A sibling ({proxy+}) of this resource already has a variable path part "
        + "-- only one is allowed", "/pets/{id}", "/parentId", "/files"),
    update(
      .badRequest, "Cannot create a child of a resource with a greedy path variable: {proxy+}",
      "/empty",
      "/parentId", "/files/{proxy+}"),
    update(
      .badRequest, "Cannot create a child of a resource with a greedy path variable: {all+}",
      "/pets",
      "/pathPart", "{all+}"),
    update(
      .badRequest,
      "Invalid patch path  '/path' specified for op 'replace'. "
        + "Must be one of: [/parentId, /pathPart]", "/pets", "/path", "x"),
    update(
      .badRequest,
      "Invalid patch path  '/pathPart' specified for op 'add'. "
        + "Please choose supported operations", "/pets", "/pathPart", "x", op: "add"),
    update(
      .validation,
      "1 validation error detected: Value 'set' at 'updateResourceInput.patchOperations.1.member"
        + ".op' failed to satisfy constraint: Member must satisfy enum value set: "
        + "[add, remove, move, test, replace, copy]", "nope", "/pathPart", "x", op: "set"),
    RefusalCase(.badRequest, "Root resource cannot be deleted.") {
      .deleteResource(.init(restApiId: $0.api, resourceId: $0.root))
    },
    RefusalCase(.notFound, unknown) {
      .deleteResource(.init(restApiId: $0.api, resourceId: "nope"))
    },
    RefusalCase(.badRequest, "Invalid resource path specified: pets") {
      .ensureResourcePath(.init(restApiId: $0.api, path: "pets"))
    },
    RefusalCase(.badRequest, "Invalid resource path specified: /pets/") {
      .ensureResourcePath(.init(restApiId: $0.api, path: "/pets/"))
    },
  ]

  @Test func movesTheSubtreeWithItsPaths() throws {
    var bench = try bench()
    let pets = try bench.path("/pets")
    let empty = try bench.path("/empty")
    let decision = try bench.run(
      .updateResource(
        .init(
          restApiId: bench.api, resourceId: pets,
          patchOperations: [.replace("/pathPart", "animals"), .replace("/parentId", empty)])))
    #expect(decision.events.count == 3)
    #expect(decision.subjects == [.resource(bench.api, pets)])
    #expect(
      bench.apiState.listedResources.map(\.path) == [
        "/", "/empty", "/empty/animals", "/empty/animals/{id}", "/empty/animals/{id}/toys",
        "/files", "/files/{proxy+}",
      ])
    try bench.state.checkInvariants()
    let again = try bench.run(
      .updateResource(
        .init(
          restApiId: bench.api, resourceId: pets,
          patchOperations: [.replace("/pathPart", "animals")])))
    #expect(again.events.isEmpty)
  }

  @Test func mayRenameAVariable() throws {
    var bench = try bench()
    let id = try bench.path("/pets/{id}")
    try bench.run(
      .updateResource(
        .init(
          restApiId: bench.api, resourceId: id,
          patchOperations: [.replace("/pathPart", "{petId}")])))
    #expect(bench.apiState.resource(path: "/pets/{petId}/toys") != nil)
  }

  @Test func allowsAVariableOnceItsSiblingIsGone() throws {
    var bench = try bench()
    let greedy = try bench.path("/files/{proxy+}")
    try bench.run(.deleteResource(.init(restApiId: bench.api, resourceId: greedy)))
    _ = try bench.path("/files/{child}")
  }

  @Test func deletesTheSubtreeDeepestFirst() throws {
    var bench = try bench()
    try bench.mock("GET", "/pets/{id}/toys")
    let pets = try bench.path("/pets")
    let before = bench.apiState
    let decision = try bench.run(.deleteResource(.init(restApiId: bench.api, resourceId: pets)))
    let paths = decision.events.compactMap { event -> String? in
      guard case .resource(_, let id) = event.ref else { return nil }
      return before.resources[id]?.path
    }
    #expect(paths == ["/pets/{id}/toys", "/pets/{id}", "/pets"])
    #expect(decision.events.first?.ref.kind == .method)
    #expect(bench.apiState.methods.isEmpty)
    try bench.state.checkInvariants()
    bench.expect(
      .deleteResource(.init(restApiId: bench.api, resourceId: pets)), refusedAs: .notFound,
      "Invalid Resource identifier specified")
  }

  @Test func ensuresAPathOnce() throws {
    var bench = try ApiWorkbench()
    let made = try bench.run(
      .creatingResourcePath("/a/b/{c}", of: bench.api))
    #expect(made.events.count == 3)
    let leaf = try #require(bench.apiState.resource(path: "/a/b/{c}"))
    #expect(made.subjects.first == .resource(bench.api, leaf.id))
    #expect(made.subjects.count == 3)
    let again = try bench.run(.creatingResourcePath("/a/b/{c}", of: bench.api))
    #expect(again.events.isEmpty)
    #expect(again.subjects == [.resource(bench.api, leaf.id)])
    #expect(
      bench.refusal(of: .creatingResourcePath("/a//b", of: bench.api))?.field == "path")
    let root = try bench.run(.creatingResourcePath("/", of: bench.api))
    #expect(root.subjects == [.resource(bench.api, bench.root)])
  }

  @Test func keepsToTheNumberOfResources() throws {
    var bench = try ApiWorkbench()
    for number in 2...ResourceRules.maximumCount { _ = try bench.path("/r\(number)") }
    bench.expect(
      .createResource(.init(restApiId: bench.api, parentId: bench.root, pathPart: "more")),
      refusedAs: .limitExceeded,
      "Maximum number of resources for this API has been reached. "
        + "Please contact AWS if you need additional resources.")
  }
}
