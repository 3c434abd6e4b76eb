import GatewayModel
import HTTPServer
import RequestSigning
import TestSupport

@testable import ControlPlane

/// Makes requests from the operations' declarations, so that a new operation is tried without a word here.
struct FuzzRequests {
  var world = FuzzWorld()

  static let host = RawRequest.Header("Host", "127.0.0.1:8481")

  /// A request that its operation can take.
  func plain(_ operation: OperationSpec, _ random: inout SeededRandom) -> RawRequest {
    request(operation, json: nil, &random)
  }

  /// A request with something in it that its operation cannot, or can hardly, take.
  func odd(_ operation: OperationSpec, _ random: inout SeededRandom) -> RawRequest {
    var json: JSONValue?
    if case .members(let members) = operation.body, random.chance(70) {
      json = .object(object(members, &random))
      for _ in 0...random.below(2) { json = json?.mutated(&random) }
    }
    var request = request(operation, json: json, &random)
    switch random.below(json == nil ? 4 : 10) {
    case 0: request.target = Self.oddTarget(request.target, &random)
    case 1: request.body.mutate(&random)
    case 2:
      request.target += Array("\(request.target.contains(0x3F) ? "&" : "?")".utf8)
      request.target += Array(random.element(of: Self.oddQueries).utf8)
    default: break
    }
    return request
  }

  private func request(
    _ operation: OperationSpec, json: JSONValue?, _ random: inout SeededRandom
  ) -> RawRequest {
    var path = ""
    for segment in operation.path.segments {
      path += "/"
      switch segment {
      case .literal(let text): path += text
      case .label(let name), .rest(let name): path += Self.encoded(world.value(name, &random))
      }
    }
    var items = operation.fixedQuery.map { ["\($0.name)=\($0.value)"] } ?? []
    for member in operation.query where member.isRequired || random.chance(30) {
      items.append("\(member.wireName)=\(Self.encoded(world.value(member.name, &random)))")
    }
    if !items.isEmpty { path += "?" + items.joined(separator: "&") }
    return RawRequest(
      "\(operation.verb.name)", path.isEmpty ? "/" : path,
      headers: [Self.host, .init("Content-Type", Self.contentType(of: operation))],
      body: body(of: operation, json: json, &random))
  }

  private func body(
    of operation: OperationSpec, json: JSONValue?, _ random: inout SeededRandom
  ) -> [UInt8] {
    switch operation.body {
    case .none: []
    case .members(let members): Array((json ?? .object(object(members, &random))).text.utf8)
    case .raw: Array(random.element(of: Self.definitions).utf8)
    case .form: Array("Action=\(operation.name)&Version=2011-06-15".utf8)
    }
  }

  private func object(_ members: [InputMember], _ random: inout SeededRandom) -> JSONObject {
    var object = JSONObject()
    for member in members where member.isRequired || random.chance(60) {
      object.add(member.wireName, value(member.kind, named: member.name, &random))
    }
    return object
  }

  private func value(
    _ kind: InputKind, named name: String, _ random: inout SeededRandom
  ) -> JSONValue {
    switch kind {
    case .text: .string(world.value(name, &random))
    case .boolean: .bool(random.chance(50))
    case .integer: .integer(random.below(1_000))
    case .number: .double(Double(random.below(1_000)) / 4)
    case .list(let kind):
      .array((0..<random.below(3)).map { _ in value(kind, named: name, &random) })
    case .map(let kind), .mapOfNullable(let kind):
      .object(
        JSONObject(
          (0..<random.below(3)).map { ("k\($0)", value(kind, named: name, &random)) }))
    case .structure(let members): .object(object(members, &random))
    }
  }

  private static func contentType(of operation: OperationSpec) -> String {
    if case .form = operation.body { return "application/x-www-form-urlencoded" }
    return "application/json"
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }

  private static func oddTarget(_ target: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var target = target
    let place = 1 + random.below(target.count)
    target.insert(
      contentsOf: Array(random.element(of: oddParts).utf8), at: min(place, target.count))
    return target
  }

  private static let oddParts = [
    "%00", "%2F", "%2f..", "%5C", "%ff", "%C0%AF", "%F0%9F%98%80", "%", "%4", "%zz", "/", "//",
    "..", "/../", "/./", ";a=b", "+", "~", "*", "%0d%0a", "%E2%80%AE",
    String(repeating: "a", count: 3_000),
  ]
  private static let oddQueries = [
    "limit=-1", "limit=0", "limit=999999999999999999999", "limit=x", "limit=1&limit=2",
    "position=", "position=AAAA", "position=%00",
    "position=" + String(repeating: "z", count: 5_000),
    "embed=methods&embed=x", "name=%FF", "=", "&&", "a", "mode=import", "mode=", "%zz=1",
  ]
  private static let definitions = [
    #"{"swagger":"2.0","info":{"title":"a","version":"1"},"paths":{"/a":{"get":{"responses":{}}}}}"#,
    #"{"openapi":"3.0.1","info":{"title":"b","version":"1"},"paths":{"/b/{id}":{"any":{}}}}"#,
    "openapi: 3.0.1\ninfo: {title: c, version: '1'}\npaths:\n  /c:\n    get:\n      responses: {}\n",
    "name,key\nimported,0123456789012345678901234\n", "", "{", "a: &a [*a]\n", "Name,Key\r\n\"x",
  ]
}
