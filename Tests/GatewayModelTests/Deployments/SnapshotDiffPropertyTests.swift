import GatewayModel
import Testing

/// Random edits: a diff is empty exactly when both forms behave alike, by a judge of its own.
@Suite struct SnapshotDiffPropertyTests {
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func isEmptyExactlyWhenBehaviourIsEqual(seed: UInt64) throws {
    var editor = try RandomEditor(seed: seed)
    for step in 0..<120 {
      let before = editor.bench.apiState.snapshot
      for _ in 0...(step % 3) { try editor.edit() }
      try editor.bench.state.checkInvariants()
      let after = editor.bench.apiState.snapshot
      let diff = SnapshotDiff(from: before, to: after)
      let isEqual = Behaviour(before) == Behaviour(after)
      #expect(diff.isEmpty == isEqual, "seed \(seed), step \(step): \(diff.summary)")
      #expect(SnapshotDiff(from: after, to: before).isEmpty == isEqual)
      #expect(SnapshotDiff(from: after, to: after) == .none)
    }
    #expect(editor.done > 60, "seed \(seed): edits must mostly be possible")
  }

  /// The behaviour of a snapshot: everything that acts on no request is wiped out.
  private struct Behaviour: Equatable {
    let snapshot: ApiSnapshot
    let answers: [EffectiveGatewayResponse]
    let checks: [String: [Bool]]

    init(_ original: ApiSnapshot) {
      var snapshot = original
      let validators = Dictionary(
        uniqueKeysWithValues: snapshot.requestValidators.map { ($0.id, $0) })
      var checks: [String: [Bool]] = [:]
      var models: Set<String> = []
      for (index, route) in snapshot.routes.enumerated() {
        snapshot.routes[index].resourceId = ""
        for (place, method) in route.methods.enumerated() {
          let validator = method.requestValidatorId.flatMap { validators[$0] }
          let body = validator?.validateRequestBody ?? false
          let parameters = validator?.validateRequestParameters ?? false
          checks["\(route.path) \(method.httpMethod)"] = [body, parameters]
          if body { models.formUnion((method.requestModels ?? [:]).values) }
          snapshot.routes[index].methods[place] = Self.wiped(
            method, body: body, parameters: parameters)
        }
      }
      snapshot.models = snapshot.models.filter { models.contains($0.name) }.map {
        Model(id: "", name: $0.name, schema: $0.schema, contentType: "")
      }
      snapshot.requestValidators = []
      snapshot.binaryMediaTypes.sort()
      let responses = Dictionary(
        uniqueKeysWithValues: snapshot.gatewayResponses.map { ($0.responseType, $0) })
      answers = EffectiveGatewayResponse.all(among: responses).filter {
        $0.responseType != .default4XX && $0.responseType != .default5XX
      }.map {
        var answer = $0
        answer.isDefault = false
        return answer
      }
      snapshot.gatewayResponses = []
      self.snapshot = snapshot
      self.checks = checks
    }

    private static func wiped(
      _ method: GatewayModel.Method, body: Bool, parameters: Bool
    ) -> GatewayModel.Method {
      var method = method
      method.operationName = nil
      method.requestValidatorId = nil
      if !body { method.requestModels = nil }
      let required = (method.requestParameters ?? [:]).filter(\.value)
      method.requestParameters = parameters && !required.isEmpty ? required : nil
      method.methodResponses = method.methodResponses.mapValues {
        MethodResponse(statusCode: $0.statusCode)
      }
      method.methodIntegration?.cacheNamespace = nil
      method.methodIntegration?.cacheKeyParameters = []
      return method
    }
  }
}
