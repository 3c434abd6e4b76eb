/// A request validator of a definition.
public struct DefinedRequestValidator: Sendable, Hashable, Codable {
  /// What methods of the definition name it by.
  public var name: String
  /// Whether the body is checked against the method's model.
  public var validateRequestBody: Bool
  /// Whether required parameters must be there.
  public var validateRequestParameters: Bool

  /// A validator.
  public init(
    name: String, validateRequestBody: Bool = false, validateRequestParameters: Bool = false
  ) {
    self.name = name
    self.validateRequestBody = validateRequestBody
    self.validateRequestParameters = validateRequestParameters
  }
}
