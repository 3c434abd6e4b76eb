/// Which client certificates a domain trusts; kept and shown.
public struct MutualTlsAuthentication: Sendable, Hashable, Codable {
  /// Where the trusted authorities are, `s3://bucket/key`.
  public var truststoreUri: String?
  /// The object's version.
  public var truststoreVersion: String?

  /// A trust store; nil and nil is none.
  public init(truststoreUri: String? = nil, truststoreVersion: String? = nil) {
    self.truststoreUri = truststoreUri
    self.truststoreVersion = truststoreVersion
  }

  /// The trust store as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("truststoreUri", text: truststoreUri)
    object.add("truststoreVersion", text: truststoreVersion)
    return .object(object)
  }
}
