import GatewayModel

extension DefinitionWriter {
  /// What only extensions can say of the API itself; members at their defaults are left out.
  func addOwnExtensions(to document: inout JSONObject) {
    if !snapshot.requestValidators.isEmpty {
      let named = snapshot.requestValidators.compactMap { validator in
        validator.name.map { ($0, validator) }
      }
      let byName = Dictionary(named, uniquingKeysWith: { first, _ in first })
      document.add(
        "x-amazon-apigateway-request-validators",
        byName.isEmpty
          ? nil
          : .object(
            JSONObject(
              sorting: byName.mapValues { validator in
                [
                  "validateRequestParameters": .bool(validator.validateRequestParameters),
                  "validateRequestBody": .bool(validator.validateRequestBody),
                ]
              })))
    }
    document.add("x-amazon-apigateway-documentation", documentation)
    document.add("x-amazon-apigateway-gateway-responses", gatewayResponses)
    if snapshot.apiKeySource != .header {
      document.add("x-amazon-apigateway-api-key-source", text: snapshot.apiKeySource.rawValue)
    }
    document.add(
      "x-amazon-apigateway-minimum-compression-size",
      snapshot.minimumCompressionSize.map { .integer($0) })
    if let policy = snapshot.policy {
      let value = try? DocumentReader.value(of: Array(policy.utf8))
      document.add("x-amazon-apigateway-policy", value ?? .string(policy))
    }
    if !snapshot.binaryMediaTypes.isEmpty {
      document.add(
        "x-amazon-apigateway-binary-media-types",
        .array(snapshot.binaryMediaTypes.map(JSONValue.string)))
    }
    if snapshot.disableExecuteApiEndpoint {
      document.add(
        "x-amazon-apigateway-endpoint-configuration", ["disableExecuteApiEndpoint": true])
    }
  }

  private var documentation: JSONValue? {
    guard let version = source.documentation else { return nil }
    var object = JSONObject()
    object.add("version", text: version.version)
    object.add("createdDate", text: String(version.createdDate.iso8601.prefix(19)) + "Z")
    let parts = version.parts.sorted { $0.location.label < $1.location.label }.map { part in
      let properties = try? DocumentReader.value(of: Array(part.properties.utf8))
      return JSONValue.object(
        JSONObject([
          ("location", part.location.wire), ("properties", properties ?? .string(part.properties)),
        ]))
    }
    object.add("documentationParts", .array(parts))
    return .object(object)
  }

  private var gatewayResponses: JSONValue? {
    guard !snapshot.gatewayResponses.isEmpty else { return nil }
    return .object(
      JSONObject(
        snapshot.gatewayResponses.map { response in
          var object = JSONObject()
          object.add("statusCode", text: response.statusCode)
          object.add("responseParameters", map(response.responseParameters))
          object.add("responseTemplates", map(response.responseTemplates))
          return (response.responseType.rawValue, .object(object))
        }))
  }
}
