internal import GatewayModel

extension ExplainedRequest {
  /// Hands the request out as the pipeline takes it, for the length of a call.
  ///
  /// A key that is named by id comes where the deployment looks for it, header or authorizer.
  /// - Parameter state: Where the key's value is found.
  func withBytes<Result>(
    in state: GatewayState, _ body: (AdmissionRequest) -> Result
  ) -> Result {
    var apiId = stage.apiId
    var stage = stage.stage
    var value = keyValue(in: state)
    return apiId.withUTF8 { apiId in
      stage.withUTF8 { stage in
        value.withUTF8 { value in
          PathCanonicalizer.withCanonicalPath(of: pathWithoutQuery) { path in
            let key = value.isEmpty ? nil : UnsafeRawBufferPointer(value)
            return body(
              AdmissionRequest(
                apiId: UnsafeRawBufferPointer(apiId), stage: UnsafeRawBufferPointer(stage),
                verb: HTTPVerb(name: verb), path: path, headerKey: key, authorizerKey: key,
                canaryPoint: canaryPoint))
          }
        }
      }
    }
  }

  /// The value the request carries, empty for none.
  ///
  /// An id that no key has gives a value that no key can have.
  private func keyValue(in state: GatewayState) -> String {
    switch key {
    case .none: ""
    case .value(let value): value
    case .id(let id): state.keys[id]?.value ?? "\u{0}"
    }
  }
}
