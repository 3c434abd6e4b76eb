import GatewayModel

/// A method's backend as a form shows it, and the commands that change it.
struct MethodForm: Sendable {
  private static let json = "application/json"

  private var api: RestApiID = ""
  private var resource: ResourceID = ""
  private var method: Method?
  /// The kind of backend, in API Gateway's words.
  private(set) var type = IntegrationType.mock.rawValue
  /// The status a mock answers with.
  private(set) var status = "200"
  /// The body a mock answers with.
  private(set) var body = "{\"message\": \"ok\"}"
  /// The address a proxy passes requests to.
  private(set) var uri = ""

  /// A backend that has not been set up.
  init() {}

  /// The backend of a method.
  init(api: RestApiID, resource: ResourceID, method: Method) {
    self.api = api
    self.resource = resource
    self.method = method
    guard let integration = method.methodIntegration else { return }
    type = integration.type.rawValue
    uri = integration.uri ?? ""
    guard integration.type == .mock else { return }
    let response = integration.integrationResponses.values.min { $0.statusCode < $1.statusCode }
    status = response?.statusCode ?? status
    body = (response?.responseTemplates?[Self.json] ?? nil) ?? ""
  }

  /// False for backends whose parts a form does not show.
  var isEditable: Bool {
    guard let integration = method?.methodIntegration else { return true }
    return integration.type == .httpProxy
      || (integration.type == .mock && integration.integrationResponses.count <= 1)
  }

  /// What makes the backend as the form says; none when it is so.
  func backendCommands(_ values: FormValues) -> [Command] {
    let ids = ["type", "statusCode", "responseTemplates", "uri"]
    let isNew = method?.methodIntegration == nil
    guard isNew || ids.contains(where: values.isChanged) else { return [] }
    if values.text("type") == IntegrationType.mock.rawValue { return mockCommands(values) }
    guard isNew || values.isChanged("type") else {
      return [
        .updateIntegration(
          Command.UpdateIntegration(
            restApiId: api, resourceId: resource, httpMethod: verb,
            patchOperations: [.replace("/uri", values.text("uri"))]))
      ]
    }
    return [
      .putIntegration(
        Command.PutIntegration(
          restApiId: api, resourceId: resource, httpMethod: verb,
          type: IntegrationType.httpProxy.rawValue, integrationHttpMethod: verb,
          uri: values.text("uri")))
    ]
  }

  private var verb: String { method?.httpMethod ?? "" }

  /// A mock is set up anew, because its status stands in three places that must agree.
  private func mockCommands(_ values: FormValues) -> [Command] {
    let code = values.text("statusCode")
    let declares = method?.methodResponses[code] == nil
    let response = Command.PutMethodResponse(
      restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code)
    return [
      .putIntegration(
        Command.PutIntegration(
          restApiId: api, resourceId: resource, httpMethod: verb,
          type: IntegrationType.mock.rawValue,
          requestTemplates: [Self.json: "{\"statusCode\": \(code)}"]))
    ] + (declares ? [.putMethodResponse(response)] : []) + [
      .putIntegrationResponse(
        Command.PutIntegrationResponse(
          restApiId: api, resourceId: resource, httpMethod: verb, statusCode: code,
          responseTemplates: [Self.json: values.text("responseTemplates")]))
    ]
  }
}
