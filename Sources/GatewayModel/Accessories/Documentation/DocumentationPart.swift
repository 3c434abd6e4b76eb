/// What the documentation says about one place of an API.
///
/// Source: API Gateway REST API reference, DocumentationPart.
public struct DocumentationPart: Accessory {
  /// 6 lower-case letters and digits.
  public var id: String
  /// The place, unique in the API.
  public var location: DocumentationPartLocation
  /// The documentation, text of a JSON object.
  public var properties: String

  /// A part with all its members.
  public init(id: String, location: DocumentationPartLocation, properties: String) {
    self.id = id
    self.location = location
    self.properties = properties
  }

  /// `documentationPart`.
  public static let kind = EntityKind.documentationPart
  /// `documentation part`.
  public static let noun = "documentation part"
  /// Its id.
  public var key: String { id }
  /// Its place in words.
  public var displayName: String? { location.label }

  /// The part as API Gateway prints it; a place without documentation is a part with a location alone.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("id", text: id.nonEmpty)
    object.add("location", location.wire)
    object.add("properties", text: properties.nonEmpty)
    return .object(object)
  }
}
