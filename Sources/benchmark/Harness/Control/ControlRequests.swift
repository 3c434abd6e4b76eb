import Foundation
import RequestSigning

/// Signed requests of API Gateway's control protocol, ready to be sent.
struct ControlRequests {
  let credential: SigningCredential
  /// Where they are sent, which is signed too.
  let port: UInt16

  /// A request that makes a key.
  ///
  /// - Parameter name: The key's name, which no other request of the same second has: then no two have one
  ///   signature.
  func creation(of name: String) -> [UInt8] {
    wire(
      RawRequest(
        "POST", "/apikeys",
        headers: [host, .init("Content-Type", "application/json")],
        body: Array("{\"name\":\"\(name)\",\"enabled\":true}".utf8)))
  }

  /// A request that gives a key another name.
  func renaming(_ key: String, to name: String) -> [UInt8] {
    let step = "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"\(name)\"}"
    return wire(
      RawRequest(
        "PATCH", "/apikeys/\(key)",
        headers: [host, .init("Content-Type", "application/json")],
        body: Array("{\"patchOperations\":[\(step)]}".utf8)))
  }

  /// A request for a page of keys.
  ///
  /// - Parameters:
  ///   - limit: Keys of the page.
  ///   - position: Where it begins, as the page before it says; nil for the first.
  func page(limit: Int, position: String?) -> [UInt8] {
    let escaped = position?.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    let begin = escaped.map { "&position=\($0)" } ?? ""
    return wire(RawRequest("GET", "/apikeys?limit=\(limit)\(begin)", headers: [host]))
  }

  private var host: RawRequest.Header { .init("Host", "127.0.0.1:\(port)") }

  /// The request with its signature, as bytes.
  private func wire(_ request: RawRequest) -> [UInt8] {
    var request = request
    RequestSigner(credential: credential, region: "us-east-1", service: "apigateway")
      .sign(&request, at: SigningTime(seconds: Int64(time(nil))))
    var bytes = request.method + [0x20] + request.target + Array(" HTTP/1.1\r\n".utf8)
    for header in request.headers {
      bytes += header.name + [0x3A, 0x20] + header.value + [0x0D, 0x0A]
    }
    return bytes + Array("Content-Length: \(request.body.count)\r\n\r\n".utf8) + request.body
  }
}
