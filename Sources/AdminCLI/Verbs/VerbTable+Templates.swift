import GatewayModel

extension VerbTable {
  private static let jsonType = "application/json"

  static let templateVerbs = [
    VerbSpec(
      "method", "template", summary: "Set a mapping template of a method from a file",
      details: "Without --response the template makes the request to the backend; “-” reads "
        + "standard input. Acts after a deployment.",
      arguments: [
        ArgumentSpec("API", help: "an API's id or name"),
        ArgumentSpec("VERB", help: "\(Method.httpMethods.joined(separator: ", "))"),
        ArgumentSpec("PATH", help: "for example /pets/{id}"),
        ArgumentSpec("FILE", help: "a template of at most 300 KB, or -"),
      ],
      options: [
        OptionSpec("--response", "STATUS", help: "the template of an integration response"),
        OptionSpec("--type", "TYPE", help: "the content type it is for (application/json)"),
      ],
      examples: ["method template shop GET /pets pets.vtl --response 200"],
      action: .administer(setTemplate))
  ]

  private static func setTemplate(_ session: AdminSession) throws {
    let invocation = session.invocation
    let api = try session.api(invocation.argument(0))
    let found = try session.method(invocation.argument(1), invocation.argument(2), of: api)
    let template = try template(session, path: invocation.argument(3))
    let type = PatchOperation.escaped(invocation.value("--type") ?? jsonType)
    let verb = found.method.httpMethod
    if let status = invocation.value("--response") {
      try session.submit(
        .updateIntegrationResponse(
          Command.UpdateIntegrationResponse(
            restApiId: api.api.id, resourceId: found.resource.id, httpMethod: verb,
            statusCode: status, patchOperations: [.add("/responseTemplates/\(type)", template)])))
    } else {
      try session.submit(
        .updateIntegration(
          Command.UpdateIntegration(
            restApiId: api.api.id, resourceId: found.resource.id, httpMethod: verb,
            patchOperations: [.add("/requestTemplates/\(type)", template)])))
    }
    try session.reportMethod(api.api.id, found.resource.id, verb, words: "has a new template")
    for stage in api.stages.keys.sorted() {
      session.output.note("Not served yet: keystile deploy \(api.api.id) \(stage)")
    }
  }

  private static func template(_ session: AdminSession, path: String) throws -> String {
    try session.text(
      ofFile: path, limitBytes: ApiLimits.mappingTemplateLimitBytes,
      remedy: "a mapping template in UTF-8")
  }
}
