import GatewayModel
import Terminal

/// All about an API, or about one of its paths that has no method yet.
enum ApiDetail {
  static func lines(
    _ id: RestApiID, resource: ResourceID? = nil, _ view: ConsoleView
  ) -> [DetailLine] {
    guard let api = view.state.apis[id] else { return [.text("this API has gone")] }
    var lines: [DetailLine] = []
    if let resource, let path = api.resources[resource]?.path {
      lines += [
        .field("path", path), .text(StyledText("no method yet; n makes one", Style(.warning))),
        .text(.empty),
      ]
    }
    let methods = api.methods.values.reduce(0) { $0 + $1.count }
    lines += [
      .field("API", api.api.name), .field("id", id),
      .field("key from", api.api.apiKeySource == .header ? "header x-api-key" : "authorizer"),
      .field(
        "size", "\(Words.count(api.resources.count, "resource")), \(Words.count(methods, "method"))"
      ),
      .field("created", Words.moment(api.api.createdDate)),
    ]
    if let text = api.api.description { lines.append(.field("about", text)) }
    return lines + stages(api, view) + DetailPane.history(of: .restApi(id), view)
  }

  private static func stages(_ api: ApiState, _ view: ConsoleView) -> [DetailLine] {
    guard !api.stages.isEmpty else {
      return DetailLine.section("stages") + [
        .text(StyledText("none: nothing can be called before a deployment", Style(.warning)))
      ]
    }
    return DetailLine.section("stages")
      + api.stages.keys.sorted().map { name in
        let id = ApiStageID(apiId: api.api.id, stage: name)
        var text = StyledText(DisplayText(name).fitted(to: 14), .bold)
        if let drift = view.console.health.drift[id] {
          text.append(DisplayText("±\(drift.count) undeployed"), Style(.warning))
        } else {
          text.append("serves the API as it is", .muted)
        }
        return .text(text, target: .entity(.stage(id)))
      }
  }
}
