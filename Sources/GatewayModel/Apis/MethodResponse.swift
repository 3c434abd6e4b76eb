/// A status code a method declares.
public struct MethodResponse: Sendable, Hashable, Codable {
  /// Three digits, 100 to 599.
  public var statusCode: String
  /// `method.response.header.NAME` to whether it is required.
  public var responseParameters: [String: Bool]?
  /// Content type to model name.
  public var responseModels: [String: String]?

  /// A declared response.
  public init(
    statusCode: String, responseParameters: [String: Bool]? = nil,
    responseModels: [String: String]? = nil
  ) {
    self.statusCode = statusCode
    self.responseParameters = responseParameters
    self.responseModels = responseModels
  }
}
