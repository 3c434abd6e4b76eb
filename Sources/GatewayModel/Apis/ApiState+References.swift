extension ApiState {
  /// A method that refers to a model, the last by path and verb, with where it does.
  ///
  /// - Returns: `request` or `response`, and the method as API Gateway writes it: `//ANY`, `/test/GET`.
  /// - Complexity: linear in the size of the API.
  func user(ofModel name: String) -> (place: String, method: String)? {
    lastMethod { method in
      if method.requestModels?.values.contains(name) == true { return "request" }
      let responses = method.methodResponses.values
      return responses.contains { $0.responseModels?.values.contains(name) == true }
        ? "response" : nil
    }
  }

  /// A method that refers to a validator, as API Gateway writes it.
  func user(ofValidator id: RequestValidatorID) -> String? {
    lastMethod { $0.requestValidatorId == id ? "request" : nil }?.method
  }

  private func lastMethod(
    _ place: (Method) -> String?
  ) -> (place: String, method: String)? {
    for resource in resources.values.sorted(by: { $0.path > $1.path }) {
      for method in (methods[resource.id] ?? [:]).values.sorted(by: {
        $0.httpMethod > $1.httpMethod
      }) {
        if let place = place(method) { return (place, "\(resource.path)/\(method.httpMethod)") }
      }
    }
    return nil
  }
}
