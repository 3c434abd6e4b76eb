/// How a backend's answer becomes a method response.
public struct IntegrationResponse: Sendable, Hashable, Codable {
  /// The method response it becomes: three digits.
  public var statusCode: String
  /// A regular expression over the backend's status; nil is the default response.
  public var selectionPattern: String?
  /// `method.response.header.NAME` to a mapping expression.
  public var responseParameters: [String: String]?
  /// Content type to template; a null template is kept as null.
  public var responseTemplates: [String: String?]?
  /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.
  public var contentHandling: String?

  /// An integration response.
  public init(
    statusCode: String, selectionPattern: String? = nil,
    responseParameters: [String: String]? = nil, responseTemplates: [String: String?]? = nil,
    contentHandling: String? = nil
  ) {
    self.statusCode = statusCode
    self.selectionPattern = selectionPattern
    self.responseParameters = responseParameters
    self.responseTemplates = responseTemplates
    self.contentHandling = contentHandling
  }
}
