import Enforcement
import HTTPServer

/// Which API and stage a request names, and the path below the stage.
///
/// Two forms: `http://host/{apiId}/{stage}/{path}`, and `http://{apiId}.execute-api.{anything}/{stage}/
/// {path}` as on AWS. The host chooses the API in the second form only, never another stage.
struct RequestAddress {
  /// The id of the API.
  let apiId: UnsafeRawBufferPointer
  /// The name of the stage; empty if the path ends before it.
  let stage: UnsafeRawBufferPointer
  /// The canonical path below the stage.
  let path: CanonicalPath

  /// Takes a request's address apart.
  ///
  /// - Parameters:
  ///   - host: The value of `Host`, if there is one.
  ///   - path: The canonical form of the whole path.
  /// - Returns: Nil if the path names no API.
  init?(host: UnsafeRawBufferPointer?, path: CanonicalPath) {
    if let host, let apiId = Self.apiId(inHost: host) {
      self.apiId = apiId
      guard let (stage, rest) = path.splittingFirstSegment() else {
        stage = UnsafeRawBufferPointer(start: nil, count: 0)
        self.path = path
        return
      }
      self.stage = stage
      self.path = rest
      return
    }
    guard let (apiId, below) = path.splittingFirstSegment() else { return nil }
    self.apiId = apiId
    guard let (stage, rest) = below.splittingFirstSegment() else {
      stage = UnsafeRawBufferPointer(start: nil, count: 0)
      self.path = below
      return
    }
    self.stage = stage
    self.path = rest
  }

  /// The API of a host `{apiId}.execute-api.…`, or nil for any other host.
  private static func apiId(inHost host: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    let marker: StaticString = ".execute-api."
    let length = marker.utf8CodeUnitCount
    guard host.count > length, let dot = host.firstIndex(of: 0x2E), dot > 0,
      host.count >= dot + length
    else { return nil }
    for index in 0..<length where host[dot + index] | 0x20 != marker.utf8Start[index] | 0x20 {
      return nil
    }
    return UnsafeRawBufferPointer(rebasing: host[..<dot])
  }
}
