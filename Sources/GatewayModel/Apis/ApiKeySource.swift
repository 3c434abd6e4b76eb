/// Where the gateway takes the key of a request from.
public enum ApiKeySource: String, Sendable, Hashable, Codable, CaseIterable {
  /// The `x-api-key` header.
  case header = "HEADER"
  /// An authorizer's `usageIdentifierKey`.
  case authorizer = "AUTHORIZER"
}
