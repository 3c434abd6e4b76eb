import GatewayModel
import Testing

@Suite struct RestoreTests {
  /// Runs a command and gives the one that undoes it.
  private func runForUndo(_ command: Command, on bench: inout Workbench) throws -> Command {
    let before = bench.state
    let decision = try bench.run(command)
    return Workbench.undo(bench.state.sequence, decision.events, before: before)
  }

  @Test func undoesAndRedoes() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let plan = try bench.addPlan("pro", stages: [.shopProd])
    let key = try bench.addKey("web")
    try bench.join(plan, key)
    let before = bench.state
    let undo = try runForUndo(.deleteApiKey(.init(apiKey: key)), on: &bench)
    let redo = try runForUndo(undo, on: &bench)
    #expect(bench.state.keys == before.keys && bench.state.planKeys == before.planKeys)
    #expect(bench.state.keyIdByValue == before.keyIdByValue)
    try bench.run(redo)
    #expect(bench.state.keys.isEmpty && bench.state.planKeys.isEmpty)
    try bench.state.checkInvariants()
  }

  @Test func refusesWhatALaterChangeTouched() throws {
    var bench = Workbench()
    let key = try bench.addKey("web")
    let rename = { (name: String) in
      Command.updateApiKey(.init(apiKey: key, patchOperations: [.replace("/name", name)]))
    }
    let undo = try runForUndo(rename("first"), on: &bench)
    let line = bench.state.sequence
    let later = try runForUndo(rename("second"), on: &bench)
    let error = bench.refusal(undo)
    #expect(error?.code == .conflict)
    #expect(
      error?.message
        == "Change \(line) cannot be undone: change \(line + 1) touched apikey \(key) since")
    #expect(error?.remedy == "Undo change \(line + 1) first.")
    try bench.run(later)
    #expect(bench.state.keys[key]?.name == "first")
    #expect(bench.refusal(undo)?.code == .conflict, "the undo itself is a later change")
  }

  @Test func passesOverLaterChangesThatWereTakenBack() throws {
    var bench = Workbench()
    let key = try bench.addKey("web")
    let rename = { (name: String) in
      Command.updateApiKey(.init(apiKey: key, patchOperations: [.replace("/name", name)]))
    }
    let before = bench.state
    let first = try bench.run(rename("first"))
    let line = bench.state.sequence
    let inverse = before.entity(.apiKey(key)).map { [Event.put($0)] } ?? []
    let undo = Command.restore(
      Command.Restore(undoneSequence: line, outcome: first.events, events: inverse))
    let later = try runForUndo(rename("second"), on: &bench)
    #expect(bench.refusal(undo)?.code == .conflict)
    try bench.run(later)
    try bench.run(undo)
    #expect(bench.state.keys == before.keys)
    try bench.run(.deleteApiKey(.init(apiKey: key)))
    #expect(bench.refusal(undo)?.code == .conflict, "a change of what is gone is not put back")
  }

  @Test func refusesToUndoACreationTwice() throws {
    var bench = Workbench()
    let undo = try runForUndo(.createApiKey(.init(name: "web")), on: &bench)
    try bench.run(undo)
    #expect(bench.state.keys.isEmpty)
    #expect(bench.refusal(undo)?.code == .conflict)
  }

  @Test func refusesAValueThatAnotherKeyHasNow() throws {
    var bench = Workbench()
    let value = String(repeating: "v", count: 30)
    let old = try bench.addKey("old", value: value)
    let undo = try runForUndo(.deleteApiKey(.init(apiKey: old)), on: &bench)
    let new = try bench.addKey("new", value: value)
    let error = bench.refusal(undo)
    #expect(error?.code == .conflict && error?.message == "API Key already exists")
    #expect(error?.remedy?.contains(new) == true)
    try bench.state.checkInvariants()
  }

  @Test func refusesMembershipsOfWhatIsGone() throws {
    var bench = Workbench()
    let plan = try bench.addPlan("pro")
    let key = try bench.addKey("web")
    try bench.join(plan, key)
    let undoLeave = try runForUndo(
      .deleteUsagePlanKey(.init(usagePlanId: plan, keyId: key)), on: &bench)
    let undoPlan = try runForUndo(.deleteUsagePlan(.init(usagePlanId: plan)), on: &bench)
    #expect(bench.refusal(undoLeave)?.message == "Invalid Usage Plan ID specified")
    try bench.run(undoPlan)
    let undoKey = try runForUndo(.deleteApiKey(.init(apiKey: key)), on: &bench)
    #expect(bench.refusal(undoLeave)?.message == "Invalid API Key identifier specified")
    try bench.run(undoKey)
    try bench.run(undoLeave)
    #expect(bench.state.planIdsByKey[key] == [plan])
  }

  @Test func refusesAPlanWhoseStageIsGone() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let plan = try bench.addPlan("pro", stages: [.shopProd])
    let undo = try runForUndo(
      .updateUsagePlan(
        .init(usagePlanId: plan, patchOperations: [.remove("/apiStages", "shop:prod")])),
      on: &bench)
    bench.apply([.deleted(.stage(.shopProd))])
    let error = bench.refusal(undo)
    #expect(error?.code == .conflict && error?.message == "API Stage not found: shop:prod")
  }

  @Test func refusesASecondPlanForAKeyAndAStage() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let (one, two) = (
      try bench.addPlan("one", stages: [.shopProd]), try bench.addPlan("two", stages: [.shopProd])
    )
    let key = try bench.addKey("web")
    try bench.join(one, key)
    let undoLeave = try runForUndo(
      .deleteUsagePlanKey(.init(usagePlanId: one, keyId: key)), on: &bench)
    try bench.join(two, key)
    #expect(bench.refusal(undoLeave)?.code == .conflict)
    let undoClose = try runForUndo(
      .updateUsagePlan(
        .init(usagePlanId: two, patchOperations: [.remove("/apiStages", "shop:prod")])),
      on: &bench)
    try bench.join(one, key)
    let error = bench.refusal(undoClose)
    #expect(error?.code == .conflict && error?.message.contains("multiple Usage Plans") == true)
  }

  private static let brokenByApi: [CommandRefusal<[Event]>] = [
    CommandRefusal(
      [.deleted(.deployment("shop", "dep1"))], field: "",
      "Active stages pointing to this deployment must be moved or deleted"),
    CommandRefusal(
      [.deleted(.stage(.shopProd))], field: "", "API Stage not found: shop:prod"),
    CommandRefusal(
      [.deleted(.restApi("shop"))], field: "", "API shop still has 3 parts"),
    CommandRefusal(
      [
        .deleted(.stage(.shopProd)), .deleted(.deployment("shop", "dep1")),
        .deleted(.resource("shop", "shoproot")), .deleted(.restApi("shop")),
      ], field: "", "API Stage not found: shop:prod"),
    CommandRefusal(
      [.put(.resource("shop", Resource(id: "r1", parentId: "no", pathPart: "a", path: "/a")))],
      field: "", "Invalid Resource identifier specified"),
    CommandRefusal(
      [
        .put(
          .resource("shop", Resource(id: "r1", parentId: "shoproot", pathPart: "a", path: "/a"))),
        .put(
          .resource("shop", Resource(id: "r2", parentId: "shoproot", pathPart: "a", path: "/a"))),
      ], field: "", "Another resource with the same parent already has this name: a"),
    CommandRefusal(
      [
        .put(
          .resource("shop", Resource(id: "r1", parentId: "shoproot", pathPart: "{a}", path: "/{a}"))
        ),
        .put(
          .resource("shop", Resource(id: "r2", parentId: "shoproot", pathPart: "{b}", path: "/{b}"))
        ),
      ], field: "", "already has a variable path part"),
    CommandRefusal(
      [.put(.method("shop", "none", Method(httpMethod: "GET")))], field: "",
      "Invalid Resource identifier specified"),
    CommandRefusal(
      [.put(.method("shop", "shoproot", Method(httpMethod: "GET", requestValidatorId: "v")))],
      field: "", "Invalid Request Validator identifier specified"),
    CommandRefusal(
      [.put(.method("shop", "shoproot", Method(httpMethod: "GET", requestModels: ["a/b": "M"])))],
      field: "", "Invalid model identifier specified: M"),
    CommandRefusal(
      [.put(.model("none", Model(id: "m", name: "M", contentType: "a/b")))], field: "",
      "Invalid API identifier specified 000000000000:none"),
    CommandRefusal(
      [.deleted(.resource("shop", "shoproot"))], field: "", "The root resource is gone"),
  ]

  @Test(arguments: brokenByApi)
  private func refusesAStateThatDoesNotFit(row: CommandRefusal<[Event]>) throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let line = bench.state.sequence
    _ = try bench.addPlan("pro", stages: [.shopProd])
    let before = bench.state
    let error = bench.refusal(.restore(.init(undoneSequence: line, events: row.input)))
    #expect(error?.code == .conflict)
    #expect(error?.message.contains(row.message) == true, "\(error?.message ?? "accepted")")
    #expect(bench.state == before)
  }

  @Test func changesNothingForNothing() throws {
    var bench = Workbench()
    let key = try bench.addKey("web")
    let entity = try #require(bench.state.entity(.apiKey(key)))
    let decision = try bench.run(
      .restore(.init(undoneSequence: bench.state.sequence, events: [.put(entity)])))
    #expect(decision.events.isEmpty && decision.subjects == [.apiKey(key)])
  }
}
