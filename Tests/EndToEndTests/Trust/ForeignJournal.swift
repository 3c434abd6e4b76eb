import CSystem
import Foundation
import GatewayModel
import Journal

/// Puts content into a workspace's journal that no surface of the program would take, as an older
/// program or another one may have left it.
struct ForeignJournal {
  /// Which texts of an entity are replaced.
  private enum Reach {
    /// What people wrote; what holds entities together stays.
    case words
    /// Everything, ids and all, so that it is another entity.
    case everything
  }

  /// Members that name an entity or choose one of few words.
  private static let structure: Set = [
    "op", "id", "value", "apiId", "restApiId", "resourceId", "rootResourceId", "parentId", "path",
    "pathPart", "deploymentId", "stageName", "stage", "keyId", "usagePlanId", "httpMethod",
    "statusCode", "authorizationType", "authorizerId", "requestValidatorId", "domainName",
    "domainNameId", "basePath", "clientCertificateId", "version", "documentationVersion",
    "connectionType", "connectionId", "passthroughBehavior", "contentHandling", "type", "types",
    "responseType", "period", "periodStart", "apiKeySource", "routingMode", "domainNameArn",
    "domainNameAccessAssociationArn", "stageKeys",
  ]
  /// Members whose values the codec itself chooses from.
  private static let choices: Set = ["op", "responseType", "period", "periodStart", "apiKeySource"]
  /// Members that are maps, whose keys are texts as well.
  private static let maps: Set = [
    "tags", "variables", "requestParameters", "responseParameters", "requestModels",
    "responseModels", "requestTemplates", "responseTemplates", "methodSettings", "methodResponses",
    "integrationResponses", "stageVariableOverrides",
  ]

  private let journal: FileJournal
  private let path: String
  private var serial = 0

  init(_ path: String) throws {
    self.path = path
    journal = try FileJournal.open(path, for: .readWrite, now: Self.now())
  }

  /// Changes every entity there is, and makes another of each, with a hostile text in every field.
  /// - Returns: the kinds of entities, as operations name them.
  mutating func attack() throws -> Set<String> {
    let puts = try newestPuts()
    for (sequence, operation) in puts {
      var changed = replaced(operation, member: "", .words)
      changed["was"] = .integer(Int64(sequence))
      try append(changed)
    }
    for (_, operation) in puts { try append(replaced(operation, member: "", .everything)) }
    return Set(
      puts.compactMap { put in
        guard case .string(let name)? = put.operation["op"] else { return nil }
        return name.split(separator: ".").first.map(String.init)
      })
  }

  /// The last put of each entity, and its line.
  private func newestPuts() throws -> [(sequence: UInt64, operation: JSONObject)] {
    var newest: [String: (sequence: UInt64, operation: JSONObject)] = [:]
    try journal.catchUp { line in
      guard case .array(let operations) = try JSONValue(reading: Array(line.operations)) else {
        return
      }
      for case .object(let operation) in operations {
        guard case .string(let name)? = operation["op"],
          case .object(let value)? = operation["value"]
        else { continue }
        let key = value.members.filter {
          $0.name != "value" && (Self.structure.contains($0.name) || name.hasPrefix("model."))
            && ($0.name != "description" && $0.name != "schema")
        }
        newest["\(name) \(key.map { "\($0.name)=\($0.value.text)" })"] = (line.sequence, operation)
      }
    }
    return newest.values.sorted { $0.sequence < $1.sequence }
  }

  /// Appends a line of one operation, by a hostile actor.
  private mutating func append(_ operation: JSONObject) throws {
    serial += 1
    let actor = "eve " + HostileText.short[serial % HostileText.short.count]
    try append(Array(JSONValue.array([.object(operation)]).text.utf8), actor: actor).sync()
  }

  /// Appends a line whatever it says.
  @discardableResult
  func append(_ operations: [UInt8], actor: String) throws -> JournalTicket {
    var numbers = SystemRandomNumberGenerator()
    return try journal.withLock { transaction in
      try transaction.catchUp { _ in }
      return try transaction.append(
        operations: operations, actor: actor, surface: "elsewhere",
        id: TransactionID(using: &numbers), time: Self.now())
    }
  }

  /// Replaces the last line's actor by bytes of the same number, in the file itself.
  func replaceActor(_ actor: String, by bytes: [UInt8]) throws {
    let file = "\(path)/journal/0000000000000001.jl"
    var content = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    let start = (content.dropLast().lastIndex(of: 0x0A) ?? -1) + 1
    let pattern = Array("\"by\":\"\(actor)\"".utf8)
    guard bytes.count == actor.utf8.count,
      let place = content[start...].firstRange(of: pattern)?.lowerBound
    else { throw CocoaError(.fileReadCorruptFile) }
    let first = place + "\"by\":\"".utf8.count
    content.replaceSubrange(first..<(first + bytes.count), with: bytes)
    let trailerBytes = ",\"c\":\"00000000\"}\n".utf8.count
    let end = content.count - trailerBytes
    let checksum = content[start..<end].withUnsafeBytes { ks_crc32c(0, $0.baseAddress, $0.count) }
    let digits = String(checksum, radix: 16)
    let text = ",\"c\":\"" + String(repeating: "0", count: 8 - digits.count) + digits + "\"}\n"
    content.replaceSubrange(end..., with: Array(text.utf8))
    try Data(content).write(to: URL(fileURLWithPath: file), options: [])
  }

  // MARK: Replacing

  private mutating func replaced(
    _ object: JSONObject, member: String, _ reach: Reach
  ) -> JSONObject {
    let isMap = Self.maps.contains(member)
    var changed = JSONObject()
    for entry in object.members where entry.name != "was" {
      // A stage's own members and a plan's limits by method have the same name.
      let isPath = entry.name.contains("/")
      changed.add(
        isMap || isPath ? text(entry.name, isName: false, reach) : entry.name,
        replaced(entry.value, member: isMap ? "" : entry.name, reach))
    }
    return changed
  }

  private mutating func replaced(
    _ value: JSONValue, member: String, _ reach: Reach
  ) -> JSONValue {
    switch value {
    case .object(let object): return .object(replaced(object, member: member, reach))
    case .array(let values):
      return .array(values.map { replaced($0, member: member, reach) })
    case .string(let string):
      if Self.choices.contains(member) { return value }
      if reach == .words, Self.structure.contains(member) { return value }
      if member == "type", IntegrationType(rawValue: string) != nil { return value }
      return .string(text(string, isName: member == "name", reach))
    default: return value
    }
  }

  /// Another text for a text; for everything always the same one, so that what belongs together does.
  private mutating func text(_ old: String, isName: Bool, _ reach: Reach) -> String {
    switch reach {
    case .words:
      serial += 1
      let corpus = isName ? HostileText.long : HostileText.short + HostileText.long
      return old + " " + corpus[serial % corpus.count]
    case .everything:
      let corpus = HostileText.short + HostileText.long
      let place = old.utf8.reduce(0) { ($0 * 31 + Int($1)) % 65_521 }
      return "~" + old + " " + corpus[place % corpus.count]
    }
  }

  private static func now() -> JournalTime { JournalTime(microseconds: ks_realtime_microseconds()) }
}

extension JSONObject {
  /// Puts a value in place of a member's, or adds it.
  fileprivate subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      var changed = JSONObject(members.filter { $0.name != name }.map { ($0.name, $0.value) })
      changed.add(name, newValue)
      self = changed
    }
  }
}
