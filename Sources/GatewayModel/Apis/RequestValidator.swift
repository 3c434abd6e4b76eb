/// Says what of a request is checked before the integration is called.
public struct RequestValidator: Sendable, Hashable, Codable {
  /// 6 lower-case letters and digits.
  public var id: RequestValidatorID
  /// Free text.
  public var name: String?
  /// Whether the body is checked against the method's model.
  public var validateRequestBody: Bool
  /// Whether required parameters must be there.
  public var validateRequestParameters: Bool

  /// A validator.
  public init(
    id: RequestValidatorID, name: String? = nil, validateRequestBody: Bool = false,
    validateRequestParameters: Bool = false
  ) {
    self.id = id
    self.name = name
    self.validateRequestBody = validateRequestBody
    self.validateRequestParameters = validateRequestParameters
  }
}
