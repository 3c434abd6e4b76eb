extension Resource {
  /// The resource as API Gateway prints it.
  ///
  /// - Parameters:
  ///   - methods: Its methods by verb; without any the member is left out.
  ///   - embedsMethods: Whether the methods are printed whole, as `embed=methods` asks for; otherwise
  ///     each is `{}`.
  /// Source: recorded answers of GetResources.
  public func wire(methods: [String: Method] = [:], embedsMethods: Bool = false) -> JSONValue {
    var object = JSONObject()
    object.add("id", text: id)
    object.add("parentId", text: parentId)
    object.add("path", text: path)
    object.add("pathPart", text: pathPart)
    let printed = methods.mapValues { embedsMethods ? $0.wire : .object(JSONObject()) }
    object.add("resourceMethods", printed.isEmpty ? nil : .object(JSONObject(sorting: printed)))
    return .object(object)
  }
}
