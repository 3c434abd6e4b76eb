/// The documentation of an API as it was at one time, under a name a stage can refer to.
///
/// Source: API Gateway REST API reference, DocumentationVersion.
public struct DocumentationVersion: Accessory {
  /// A name, not empty, unique in the API.
  public var version: String
  /// Free text.
  public var description: String?
  /// When it was frozen.
  public var createdDate: Timestamp
  /// The parts as they were, sorted by id; what an export of a stage prints.
  public var parts: [DocumentationPart]

  /// A version with all its members.
  public init(
    version: String, description: String? = nil, createdDate: Timestamp,
    parts: [DocumentationPart] = []
  ) {
    self.version = version
    self.description = description
    self.createdDate = createdDate
    self.parts = parts
  }

  /// `documentationVersion`.
  public static let kind = EntityKind.documentationVersion
  /// `documentation version`.
  public static let noun = "documentation version"
  /// Its name.
  public var key: String { version }

  /// The version as API Gateway prints it, without the parts.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("createdDate", .timestamp(createdDate))
    object.add("description", text: description)
    object.add("version", text: version)
    return .object(object)
  }
}

extension DocumentationVersion: ApiAccessory {
  static var shelf: WritableKeyPath<ApiState, [String: DocumentationVersion]> {
    \.documentationVersions
  }

  /// Characters of a version's name, at least 1.
  static let versionLimitCharacters = 64

  static var rules: AccessoryRules<DocumentationVersion> {
    AccessoryRules(
      unknown: "Invalid Documentation version specified", field: "documentationVersion",
      patch: [PatchRule("/description", .replace) { $0.description = $1.text }],
      awsNames: { [.text("rest-api-id", $0.apiId), .text("documentation-version", $0.key)] },
      referrer: { ref, state in
        state.apis[ref.apiId ?? ""]?.listedStages()
          .first { $0.documentationVersion == ref.key }.map { "stage: \($0.stageName)" }
      },
      taken: "Documentation version already exists")
  }

  static func check(version: String) throws(CommandError) {
    guard (1...versionLimitCharacters).contains(version.utf16.count) else {
      throw CommandError(
        .badRequest, "Invalid Documentation version specified", field: "documentationVersion",
        remedy: "Use a name of 1 to \(versionLimitCharacters) characters.")
    }
  }
}
