/// What a security scheme of a document means for a method that requires it.
struct SecurityScheme {
  /// What a method comes to.
  enum Meaning {
    /// The request must carry an API key.
    case apiKey
    /// The request must be signed.
    case signature
    /// The request is judged by this authorizer, for methods of this authorization type.
    case authorizer(String, authorizationType: String)
    /// Nothing: the gateway has no such check.
    case none
  }

  /// What it means.
  var meaning: Meaning
}
