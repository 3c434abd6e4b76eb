extension Deployment {
  /// The deployment as API Gateway prints it.
  ///
  /// - Parameter embedsSummary: Whether what each method asks of callers is printed, as
  ///   `embed=apisummary` asks for.
  /// Source: recorded answers of CreateDeployment and GetDeployment.
  public func wire(embedsSummary: Bool = false) -> JSONValue {
    var object = JSONObject()
    if embedsSummary { object.add("apiSummary", snapshot.wireSummary) }
    object.add("createdDate", .timestamp(createdDate))
    object.add("description", text: description)
    object.add("id", text: id)
    return .object(object)
  }
}

extension ApiSnapshot {
  fileprivate var wireSummary: JSONValue {
    let routes = routes.map { route in
      let methods = route.methods.map { method in
        (
          method.httpMethod,
          [
            "apiKeyRequired": .bool(method.apiKeyRequired),
            "authorizationType": .string(method.authorizationType),
          ] as JSONValue
        )
      }
      return (route.path, JSONValue.object(JSONObject(methods)))
    }
    return .object(JSONObject(routes))
  }
}
