import GatewayModel
import TestSupport
import Testing

/// Requests to the control plane that put one text into every field of everything it can make.
///
/// Many a field refuses many a text; then the same thing is made without it, so that the rest is tried.
struct HostileRequests {
  /// A request. `$T` in its body is the text, `{name}` what an answer before it had.
  private struct Step {
    let line: String
    let body: String
    /// The answer's members to be kept, by the names they are kept under.
    let kept: [String: String]

    init(_ line: String, _ body: String, keeping kept: [String: String] = [:]) {
      (self.line, self.body, self.kept) = (line, body, kept)
    }
  }

  private let client: RawHTTPClient
  private var kept: [String: String] = [:]
  /// Requests that made something.
  private(set) var acceptedCount = 0

  init(_ gateway: ServedGateway) throws {
    client = try RawHTTPClient(port: gateway.controlPort, timeoutMilliseconds: 30_000)
  }

  /// Makes one of everything.
  mutating func makeAll(_ text: String) throws {
    kept = [:]
    for step in Self.steps {
      let words = filled(step.line, Self.percentEncoded(text)).split(separator: " ")
      let body = filled(step.body, String(JSONValue.string(text).text.dropFirst().dropLast()))
      let answer = try client.request(String(words[0]), String(words[1]), body: Array(body.utf8))
      #expect(answer.status < 500, "\(step.line): \(answer)")
      guard answer.status < 300 else { continue }
      acceptedCount += 1
      let json = try step.kept.isEmpty ? nil : JSON(answer.text)
      for (name, member) in step.kept { kept[name] = json?[member].string ?? kept[name] }
    }
  }

  private func filled(_ template: String, _ text: String) -> String {
    kept.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
      .replacing("$T", with: text)
  }

  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }

  private static let method = "/restapis/{api}/resources/{resource}/methods/GET"
  private static let tagging = "arn:aws:apigateway:us-east-1::/restapis/{api}"

  private static let steps =
    keysAndPlans + api + methods + documentation + stages + workspace

  /// Names begin so that they are listed last.
  private static let keysAndPlans = [
    Step(
      "POST /apikeys",
      #"{"name":"zz$T","description":"$T","customerId":"$T","enabled":true,"tags":{"t":"$T"}}"#,
      keeping: ["key": "id"]),
    Step("POST /apikeys", #"{"name":"zz$T","description":"$T","customerId":"$T"}"#),
    Step(
      "POST /usageplans", #"{"name":"zz$T","description":"$T","tags":{"t":"$T"}}"#,
      keeping: ["plan": "id"]),
    Step(
      "POST /usageplans",
      #"{"name":"zz$T","description":"$T","quota":{"limit":9,"period":"DAY"}}"#,
      keeping: ["plan": "id"]),
    Step(
      "PATCH /usageplans/{plan}",
      #"{"patchOperations":[{"op":"replace","path":"/productCode","value":"$T"}]}"#),
    Step("POST /usageplans/{plan}/keys", #"{"keyId":"{key}","keyType":"API_KEY"}"#),
    Step(
      "PATCH /usageplans/{plan}/keys/{key}/usage",
      #"{"patchOperations":[{"op":"replace","path":"/remaining","value":"12"}]}"#),
  ]

  private static let api = [
    Step(
      "POST /restapis", #"{"name":"zz$T","description":"$T","version":"$T"}"#,
      keeping: ["api": "id", "root": "rootResourceId"]),
    Step("PUT /tags/\(tagging)", #"{"tags":{"t":"$T"}}"#),
    Step("PUT /tags/\(tagging)", #"{"tags":{"$T":"t"}}"#),
    Step(
      "PATCH /restapis/{api}",
      #"{"patchOperations":[{"op":"replace","path":"/policy","value":"{\"Version\":\"$T\"}"}]}"#),
    Step(
      "PATCH /restapis/{api}",
      #"{"patchOperations":[{"op":"add","path":"/binaryMediaTypes/x","value":"$T"}]}"#),
    Step("POST /restapis/{api}/resources/{root}", #"{"pathPart":"$T"}"#),
    Step("POST /restapis/{api}/resources/{root}", #"{"pathPart":"{$T}"}"#),
    Step(
      "POST /restapis/{api}/resources/{root}", #"{"pathPart":"pets"}"#,
      keeping: ["resource": "id"]),
    Step(
      "POST /restapis/{api}/requestvalidators", #"{"name":"$T","validateRequestBody":true}"#,
      keeping: ["validator": "id"]),
    Step(
      "POST /restapis/{api}/models",
      #"{"name":"Pet","description":"$T","contentType":"application/json","schema":"{}"}"#),
    Step(
      "POST /restapis/{api}/models",
      #"{"name":"$T","description":"$T","contentType":"$T","schema":"{\"title\":\"$T\"}"}"#),
    Step(
      "POST /restapis/{api}/authorizers",
      #"{"name":"$T","type":"TOKEN","authType":"$T","identityValidationExpression":"$T","#
        + #""authorizerUri":"arn:aws:apigateway:us-east-1:lambda:path/$T","#
        + #""identitySource":"method.request.header.$T","authorizerCredentials":"$T"}"#),
    Step(
      "POST /restapis/{api}/authorizers",
      #"{"name":"plain$T","type":"TOKEN","authorizerUri":"arn:aws:apigateway:us-east-1:lambda:"#
        + #"path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f/"#
        + #"invocations","identitySource":"method.request.header.Auth","authType":"$T"}"#),
    Step(
      "PUT /restapis/{api}/gatewayresponses/DEFAULT_4XX",
      #"{"statusCode":"418","responseParameters":{"gatewayresponse.header.X":"'$T'"},"#
        + #""responseTemplates":{"application/json":"$T"}}"#),
    Step(
      "PUT /restapis/{api}/gatewayresponses/DEFAULT_5XX",
      #"{"responseTemplates":{"application/json":"$T","$T":"$T"}}"#),
  ]

  private static let methods = [
    Step(
      "PUT \(method)",
      #"{"authorizationType":"NONE","apiKeyRequired":true,"operationName":"op"}"#),
    Step(
      "PUT \(method)",
      #"{"authorizationType":"NONE","operationName":"$T","authorizationScopes":["$T"],"#
        + #""requestValidatorId":"{validator}","requestModels":{"$T":"Pet"},"#
        + #""requestParameters":{"method.request.header.X":true}}"#),
    Step(
      "PUT /restapis/{api}/resources/{resource}/methods/POST",
      #"{"authorizationType":"NONE","requestParameters":{"method.request.header.$T":true}}"#),
    Step(
      "PUT \(method)/integration",
      #"{"type":"HTTP","httpMethod":"GET","uri":"http://127.0.0.1:1/$T","credentials":"$T","#
        + #""requestParameters":{"integration.request.header.X":"'$T'"},"cacheNamespace":"$T"}"#),
    Step(
      "PUT \(method)/integration",
      #"{"type":"MOCK","requestTemplates":{"application/json":"$T","text/x":"$T"}}"#),
    Step(
      "PUT \(method)/responses/200",
      #"{"responseModels":{"$T":"Empty"},"responseParameters":{"method.response.header.X":true}}"#),
    Step("PUT \(method)/responses/200", "{}"),
    Step(
      "PUT \(method)/integration/responses/200",
      #"{"selectionPattern":"$T","responseTemplates":{"application/json":"$T"}}"#),
    Step(
      "PUT \(method)/integration/responses/200",
      #"{"responseTemplates":{"application/json":"$T"}}"#),
  ]

  private static let documentation = [
    Step(
      "POST /restapis/{api}/documentation/parts",
      #"{"location":{"type":"METHOD","path":"/$T","method":"$T"},"#
        + #""properties":"{\"description\":\"d\"}"}"#),
    Step(
      "POST /restapis/{api}/documentation/parts",
      #"{"location":{"type":"API"},"properties":"{\"description\":\"d\"}"}"#),
    Step(
      "POST /restapis/{api}/documentation/versions",
      #"{"documentationVersion":"$T","description":"$T"}"#),
    Step(
      "POST /restapis/{api}/documentation/versions",
      #"{"documentationVersion":"1","description":"$T"}"#),
  ]

  private static let stages = [
    Step(
      "POST /restapis/{api}/deployments",
      #"{"stageName":"prod","stageDescription":"$T","description":"$T"}"#,
      keeping: ["deployment": "id"]),
    Step(
      "POST /restapis/{api}/stages",
      #"{"stageName":"two","deploymentId":"{deployment}","description":"$T","#
        + #""variables":{"v":"$T"},"tags":{"t":"$T"}}"#),
    Step(
      "POST /restapis/{api}/stages",
      #"{"stageName":"$T","deploymentId":"{deployment}","description":"$T"}"#),
    Step(
      "PATCH /restapis/{api}/stages/prod",
      #"{"patchOperations":[{"op":"replace","path":"/variables/v","value":"$T"}]}"#),
    Step(
      "PATCH /restapis/{api}/stages/prod",
      #"{"patchOperations":[{"op":"replace","path":"/accessLogSettings/format","value":"$T"}]}"#),
    Step(
      "PATCH /restapis/{api}/stages/prod",
      #"{"patchOperations":[{"op":"replace","path":"/*/*/throttling/rateLimit","value":"$T"}]}"#),
  ]

  private static let workspace = [
    Step("POST /clientcertificates", #"{"description":"$T","tags":{"t":"$T"}}"#),
    Step("POST /clientcertificates", #"{"description":"$T"}"#),
    Step(
      "POST /domainnames", #"{"domainName":"$T","certificateName":"$T","certificateArn":"$T"}"#),
    Step(
      "POST /domainnames",
      #"{"domainName":"{api}.example.com","certificateName":"$T","#
        + #""endpointConfiguration":{"types":["EDGE"]}}"#),
    Step(
      "POST /domainnames",
      #"{"domainName":"{api}.private.example.com","certificateArn":"arn:aws:acm:us-east-1:"#
        + #"000000000000:certificate/1","endpointConfiguration":{"types":["PRIVATE"]}}"#,
      keeping: ["private": "domainNameArn"]),
    Step(
      "POST /domainnames/{api}.example.com/basepathmappings",
      #"{"basePath":"$T","restApiId":"{api}"}"#),
    Step(
      "POST /domainnames/{api}.example.com/basepathmappings",
      #"{"basePath":"v1","restApiId":"{api}","stage":"prod"}"#),
    Step(
      "POST /domainnameaccessassociations",
      #"{"domainNameArn":"{private}","accessAssociationSource":"vpce-$T","#
        + #""accessAssociationSourceType":"VPCE","tags":{"t":"$T"}}"#),
    Step(
      "POST /domainnameaccessassociations",
      #"{"domainNameArn":"{private}","accessAssociationSource":"vpce-1","#
        + #""accessAssociationSourceType":"VPCE"}"#),
    Step(
      "POST /vpclinks",
      #"{"name":"$T","description":"$T","targetArns":["arn:aws:elasticloadbalancing:"#
        + #"us-east-1:000000000000:loadbalancer/net/n/1"]}"#),
    Step(
      "PATCH /account",
      #"{"patchOperations":[{"op":"replace","path":"/cloudwatchRoleArn","value":"$T"}]}"#),
    Step(
      "PATCH /account",
      #"{"patchOperations":[{"op":"replace","path":"/cloudwatchRoleArn","#
        + #""value":"arn:aws:iam::000000000000:role/$T"}]}"#),
  ]
}
