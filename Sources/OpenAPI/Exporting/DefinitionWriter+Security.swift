import GatewayModel

extension DefinitionWriter {
  /// What a caller of the method must bring.
  func security(of method: Method) -> JSONValue? {
    var requirements: [JSONValue] = []
    if method.authorizationType == "AWS_IAM" {
      requirements.append([Self.signatureScheme: []])
    }
    if method.apiKeyRequired { requirements.append([Self.keyScheme: []]) }
    return requirements.isEmpty ? nil : .array(requirements)
  }

  /// The schemes that operations require, or nil if they require none.
  var securitySchemes: JSONValue? {
    let methods = snapshot.routes.flatMap(\.methods)
    var schemes = JSONObject()
    if methods.contains(where: \.apiKeyRequired) {
      schemes.add(Self.keyScheme, ["type": "apiKey", "name": "x-api-key", "in": "header"])
    }
    if methods.contains(where: { $0.authorizationType == "AWS_IAM" }) {
      schemes.add(
        Self.signatureScheme,
        [
          "type": "apiKey", "name": "Authorization", "in": "header",
          "x-amazon-apigateway-authtype": "awsSigv4",
        ])
    }
    return schemes.members.isEmpty ? nil : .object(schemes)
  }
}
