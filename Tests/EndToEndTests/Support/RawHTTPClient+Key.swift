import TestSupport

extension RawHTTPClient {
  /// Sends a GET with a key, if any.
  func get(_ target: String, key: String? = nil) throws -> Response {
    try request("GET", target, headers: key.map { [("x-api-key", $0)] } ?? [])
  }
}
