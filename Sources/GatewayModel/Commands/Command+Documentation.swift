extension Command {
  /// Documents a place of an API.
  public struct CreateDocumentationPart: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The place, not documented yet.
    public var location: DocumentationPartLocation
    /// Text of a JSON object, at most 400 KiB.
    public var properties: String

    /// The input of `CreateDocumentationPart`.
    public init(restApiId: RestApiID, location: DocumentationPartLocation, properties: String) {
      self.restApiId = restApiId
      self.location = location
      self.properties = properties
    }
  }

  /// Takes the documentation parts of an OpenAPI document over.
  public struct ImportDocumentationParts: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// `merge` keeps the parts the document does not name, `overwrite` does not; nil is `merge`.
    public var mode: String?
    /// Whether nothing is done when something in the document is doubtful; nil is no.
    public var failOnWarnings: Bool?
    /// The document, JSON text whose `x-amazon-apigateway-documentation` holds the parts.
    public var body: String

    /// The input of `ImportDocumentationParts`.
    public init(
      restApiId: RestApiID, mode: String? = nil, failOnWarnings: Bool? = nil, body: String
    ) {
      self.restApiId = restApiId
      self.mode = mode
      self.failOnWarnings = failOnWarnings
      self.body = body
    }
  }

  /// Freezes the documentation of an API under a name.
  public struct CreateDocumentationVersion: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// The name, new in the API, 1 to 64 characters.
    public var documentationVersion: String
    /// A stage that refers to it from now on.
    public var stageName: StageName?
    /// Free text.
    public var description: String?

    /// The input of `CreateDocumentationVersion`.
    public init(
      restApiId: RestApiID, documentationVersion: String, stageName: StageName? = nil,
      description: String? = nil
    ) {
      self.restApiId = restApiId
      self.documentationVersion = documentationVersion
      self.stageName = stageName
      self.description = description
    }
  }
}
