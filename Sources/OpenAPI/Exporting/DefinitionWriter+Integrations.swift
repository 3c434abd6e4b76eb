import GatewayModel

extension DefinitionWriter {
  /// A backend as an extension; members at their defaults are left out.
  func integration(_ integration: Integration) -> JSONValue {
    var object = JSONObject()
    object.add("httpMethod", text: integration.httpMethod)
    object.add("uri", text: integration.uri)
    if integration.connectionType == "VPC_LINK" {
      object.add("connectionType", text: integration.connectionType)
      object.add("connectionId", text: integration.connectionId)
    }
    object.add("credentials", text: integration.credentials)
    object.add("responses", responses(of: integration))
    object.add("requestParameters", map(integration.requestParameters))
    object.add("requestTemplates", map(integration.requestTemplates))
    object.add("passthroughBehavior", text: integration.passthroughBehavior.lowercased())
    object.add("contentHandling", text: integration.contentHandling)
    if integration.timeoutInMillis != Integration.defaultTimeoutMilliseconds {
      object.add("timeoutInMillis", .integer(integration.timeoutInMillis))
    }
    if !integration.cacheKeyParameters.isEmpty {
      object.add("cacheNamespace", text: integration.cacheNamespace)
      object.add(
        "cacheKeyParameters", .array(integration.cacheKeyParameters.map(JSONValue.string)))
    }
    object.add(
      "tlsConfig",
      integration.insecureSkipVerification.map { ["insecureSkipVerification": .bool($0)] })
    object.add("responseTransferMode", text: integration.responseTransferMode)
    object.add("integrationTarget", text: integration.integrationTarget)
    object.add("type", text: integration.type.rawValue.lowercased())
    return .object(object)
  }

  /// Answers by pattern; of two with one pattern the lower status stays, since a document has no place
  /// for both.
  private func responses(of integration: Integration) -> JSONValue? {
    var responses = JSONObject()
    for (status, response) in integration.integrationResponses.sorted(by: { $0.key < $1.key }) {
      let pattern = response.selectionPattern.flatMap { $0.isEmpty ? nil : $0 } ?? "default"
      guard responses[pattern] == nil else { continue }
      var object = JSONObject()
      object.add("statusCode", text: status)
      object.add("responseParameters", map(response.responseParameters))
      object.add(
        "responseTemplates",
        map(response.responseTemplates?.mapValues { $0 ?? DefinitionReader.passthroughTemplate }))
      object.add("contentHandling", text: response.contentHandling)
      responses.add(pattern, .object(object))
    }
    return responses.members.isEmpty ? nil : .object(responses)
  }

  func map(_ map: [String: String]?) -> JSONValue? {
    guard let map, !map.isEmpty else { return nil }
    return .map(map)
  }
}
