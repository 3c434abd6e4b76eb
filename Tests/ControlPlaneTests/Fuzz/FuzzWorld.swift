import GatewayModel
import TestSupport

@testable import ControlPlane

/// The ids the server has given out so far, so that requests meet what exists.
struct FuzzWorld {
  /// Ids by the label they fill, newest last.
  private var ids: [String: [String]] = [:]
  /// Kept of each kind, in ids.
  private static let limit = 24

  /// Takes the id out of an answer.
  mutating func learn(_ operation: OperationSpec, _ answer: RawHTTPClient.Response) {
    guard answer.status == operation.status, operation.name.hasPrefix("Create"),
      case .object(let members)? = try? JSONValue(reading: answer.body)
    else { return }
    if case .string(let id)? = members["id"] { add(id, to: String(operation.name.dropFirst(6))) }
    if case .string(let id)? = members["rootResourceId"] { add(id, to: "Resource") }
  }

  private mutating func add(_ id: String, to kind: String) {
    ids[kind.lowercased(), default: []].append(id)
    if let count = ids[kind.lowercased()]?.count, count > Self.limit {
      ids[kind.lowercased()]?.removeFirst()
    }
  }

  /// A likely value of a label or of a member with its name.
  func value(_ name: String, _ random: inout SeededRandom) -> String {
    let kind =
      switch name {
      case "restApiId", "apiId", "id", "cloneFrom": "restapi"
      case "parentId", "resourceId": "resource"
      case "keyId", "apiKey": "apikey"
      case let name where name.hasSuffix("Id"): String(name.dropLast(2)).lowercased()
      default: ""
      }
    if let known = ids[kind]?.isEmpty, !known, random.chance(90) {
      return random.element(of: ids[kind] ?? [])
    }
    return random.element(of: Self.words[name] ?? Self.words[""] ?? [])
  }

  private static let words: [String: [String]] = [
    "stageName": ["prod", "s1"], "stage": ["prod", "s1"], "httpMethod": ["GET", "ANY", "POST"],
    "statusCode": ["200", "404"], "pathPart": ["pets", "{id}", "{proxy+}", "a"],
    "type": ["MOCK", "HTTP", "HTTP_PROXY", "AWS", "TOKEN"], "uri": ["http://127.0.0.1:1/"],
    "responseType": ["DEFAULT_4XX", "THROTTLED", "ACCESS_DENIED"],
    "authorizationType": ["NONE", "AWS_IAM"], "keyType": ["API_KEY"], "modelName": ["Empty", "M"],
    "exportType": ["oas30", "swagger"], "mode": ["merge", "overwrite", "import"],
    "format": ["csv"], "period": ["DAY", "WEEK", "MONTH"], "schema": [#"{"type":"object"}"#],
    "contentType": ["application/json"], "startDate": ["2026-11-18"], "endDate": ["2026-11-19"],
    "op": ["replace", "add", "remove", "copy", "test"], "apiKeySource": ["HEADER", "AUTHORIZER"],
    "path": [
      "/name", "/description", "/enabled", "/throttle/rateLimit", "/quota/limit", "/apiStages",
      "/*/*/throttling/burstLimit", "/variables/a", "/apiKeyRequired", "/binaryMediaTypes/a~1b",
      "/stages", "/remaining", "/requestParameters/method.request.header.A",
    ],
    "value": ["true", "false", "1", "200", "-1", "x", "1e9", "DAY"],
    "resourceArn": ["arn:aws:apigateway:us-east-1::/apikeys/a"], "domainName": ["a.example"],
    "basePath": ["(none)", "v1"], "": ["a", "web", "b-2", "Ä", "x y", ""],
  ]
}
