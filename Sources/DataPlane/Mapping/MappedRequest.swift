import HTTPClient

/// What a request to a backend came to by mapping.
struct MappedRequest {
  /// The request, without its body.
  let request: HTTPClientRequest
  /// Its body.
  let body: [UInt8]
  /// What templates set for the way back.
  let overrides: MappingOverrides
}
