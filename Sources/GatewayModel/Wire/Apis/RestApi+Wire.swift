extension RestApi {
  /// The API as API Gateway prints it.
  ///
  /// The policy is printed with its quotes escaped once more, which clients undo.
  /// - Parameter form: The call it is printed for.
  /// Source: recorded answers of CreateRestApi and GetRestApi; Terraform AWS provider, `rest_api`.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("apiKeySource", text: apiKeySource.rawValue)
    object.add(
      "binaryMediaTypes",
      binaryMediaTypes.isEmpty ? nil : .array(binaryMediaTypes.map(JSONValue.string)))
    object.add("createdDate", .timestamp(createdDate))
    object.add("description", text: description)
    object.add("disableExecuteApiEndpoint", .bool(disableExecuteApiEndpoint))
    object.add("endpointAccessMode", text: endpointAccessMode)
    object.add("endpointConfiguration", endpointConfiguration.wire)
    object.add("id", text: id)
    object.add("minimumCompressionSize", minimumCompressionSize.map { .integer($0) })
    object.add("name", text: name)
    object.add(
      "policy", text: policy.map { String(JSONValue.string($0).text.dropFirst().dropLast()) })
    object.add("rootResourceId", text: rootResourceId)
    object.add("securityPolicy", text: securityPolicy)
    object.add("tags", form.tags(tags))
    object.add("version", text: version)
    return .object(object)
  }
}

extension EndpointConfiguration {
  /// The configuration as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add("ipAddressType", text: ipAddressType)
    object.add("types", .array(types.map(JSONValue.string)))
    object.add("vpcEndpointIds", vpcEndpointIds.map { .array($0.map(JSONValue.string)) })
    return .object(object)
  }
}
