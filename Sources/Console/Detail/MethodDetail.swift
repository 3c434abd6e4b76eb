import GatewayModel
import Terminal

/// All about a method: as it is now, and as each stage serves it.
enum MethodDetail {
  static func lines(
    _ api: RestApiID, _ resource: ResourceID, _ verb: String, _ view: ConsoleView
  ) -> [DetailLine] {
    guard let state = view.state.apis[api], let method = state.methods[resource]?[verb] else {
      return [.text("this method has gone")]
    }
    let path = state.resources[resource]?.path ?? resource
    var lines: [DetailLine] = [
      .field(
        "key", method.apiKeyRequired ? "required" : "not required: open to all",
        method.apiKeyRequired ? Style(.accent) : .plain),
      .field(
        "API", "\(state.api.name)  \(api)", target: .entity(.restApi(api))),
      .field("auth", method.authorizationType),
    ]
    lines += backend(method)
    return lines + stages(state, path: path, method, view)
      + DetailPane.history(of: .method(api, resource, httpMethod: verb), view)
  }

  private static func backend(_ method: Method) -> [DetailLine] {
    guard let backend = method.methodIntegration else {
      return [.field("backend", "none: cannot be deployed", Style(.warning))]
    }
    var lines: [DetailLine] = [.field("backend", backend.type.rawValue)]
    if let uri = backend.uri { lines.append(.field("", "\(backend.httpMethod ?? "") \(uri)")) }
    lines.append(.field("timeout", "\(Words.grouped(backend.timeoutInMillis)) ms"))
    return lines
  }

  private static func stages(
    _ api: ApiState, path: String, _ method: Method, _ view: ConsoleView
  ) -> [DetailLine] {
    guard !api.stages.isEmpty else {
      return DetailLine.section("stages") + [
        .text(StyledText("no stage serves this API yet", Style(.warning)))
      ]
    }
    return DetailLine.section("served as")
      + api.stages.values.sorted { $0.stageName < $1.stageName }.map { stage in
        let id = ApiStageID(apiId: api.api.id, stage: stage.stageName)
        let served = view.state.servedSnapshot(id)?.routes.first { $0.path == path }?
          .methods.first { $0.httpMethod == method.httpMethod }
        var text = StyledText(DisplayText(stage.stageName).fitted(to: 12), .bold)
        guard let served else {
          text.append("not served until the next deployment", Style(.warning))
          return .text(text, target: .entity(.stage(id)))
        }
        text.append(served.apiKeyRequired ? "key required" : "open to all")
        if served.apiKeyRequired != method.apiKeyRequired {
          let wanted = method.apiKeyRequired ? "key required" : "open to all"
          text.append(DisplayText(" → \(wanted) ±"), Style(.warning))
        } else if view.console.health.drift[id]?
          .change(httpMethod: method.httpMethod, path: path) != nil
        {
          text.append("  ± differs", Style(.warning))
        }
        if let limit = stage.methodSetting(path: path, httpMethod: method.httpMethod),
          limit.throttlingRateLimit >= 0
        {
          text.append(
            DisplayText(
              "  \(Words.number(limit.throttlingRateLimit)) r/s "
                + "burst \(Words.grouped(limit.throttlingBurstLimit))"), .muted)
        }
        return .text(text, target: .entity(.stage(id)))
      }
  }
}
