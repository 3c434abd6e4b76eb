extension Command {
  /// Makes an API of a document: all of it or nothing.
  public struct ImportRestApi: Sendable, Hashable, Codable {
    /// What the document says.
    public var definition: ApiDefinition
    /// Whether one warning refuses the whole document.
    public var failOnWarnings: Bool
    /// `ignore`, `prepend` or `split`; nil is `ignore`.
    public var basePath: String?
    /// `EDGE`, `REGIONAL` or `PRIVATE`; nil is `EDGE`.
    public var endpointConfigurationTypes: [String]?

    /// The input of `ImportRestApi`.
    public init(
      definition: ApiDefinition, failOnWarnings: Bool = false, basePath: String? = nil,
      endpointConfigurationTypes: [String]? = nil
    ) {
      self.definition = definition
      self.failOnWarnings = failOnWarnings
      self.basePath = basePath
      self.endpointConfigurationTypes = endpointConfigurationTypes
    }
  }

  /// Brings an API to what a document says; its stages, endpoint and plans stay as they are.
  ///
  /// Done as a whole or not at all, unlike on AWS, where a failed one leaves an API half replaced.
  public struct PutRestApi: Sendable, Hashable, Codable {
    /// The id of the API.
    public var restApiId: RestApiID
    /// What the document says.
    public var definition: ApiDefinition
    /// `merge` replaces what the document has and keeps the rest, `overwrite` removes the rest; nil is
    /// `merge`.
    public var mode: String?
    /// Whether one warning refuses the whole document.
    public var failOnWarnings: Bool
    /// `ignore`, `prepend` or `split`; nil is `ignore`.
    public var basePath: String?

    /// The input of `PutRestApi`.
    public init(
      restApiId: RestApiID, definition: ApiDefinition, mode: String? = nil,
      failOnWarnings: Bool = false, basePath: String? = nil
    ) {
      self.restApiId = restApiId
      self.definition = definition
      self.mode = mode
      self.failOnWarnings = failOnWarnings
      self.basePath = basePath
    }
  }
}
