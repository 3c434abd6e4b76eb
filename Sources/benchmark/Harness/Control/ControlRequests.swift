import Glibc
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
    let begin = position.map { "&position=\(Self.encoded($0))" } ?? ""
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

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
