@testable import RequestSigning

/// The credential, moment and scope of AWS's published examples, and requests made with them.
enum Example {
  static let credential = SigningCredential(
    accessKeyID: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
  static let now = SigningTime(seconds: 1_440_938_160)
  static let signer = RequestSigner(
    credential: credential, region: "us-east-1", service: "apigateway")

  static func secret(of accessKeyID: String) -> String? {
    accessKeyID == credential.accessKeyID ? credential.secret : nil
  }

  /// A verifier that began long enough ago to know all there is.
  static func verifier() -> RequestVerifier {
    RequestVerifier(start: now.adding(seconds: -3_600))
  }

  static func request(
    _ method: String = "POST", _ target: String = "/apikeys", headers: [RawRequest.Header] = [],
    body: String = #"{"name":"web"}"#
  ) -> RawRequest {
    RawRequest(
      method, target,
      headers: [
        .init("Host", "127.0.0.1:8481"), .init("Content-Type", "application/json"),
        .init("User-Agent", "test/1"),
      ] + headers, body: Array(body.utf8))
  }

  static func signed(
    _ request: RawRequest = request(), by signer: RequestSigner = signer,
    at time: SigningTime = now
  ) -> RawRequest {
    var request = request
    signer.sign(&request, at: time)
    return request
  }

  /// The verifier's refusal, or nil.
  static func refusal(
    of request: RawRequest, by verifier: RequestVerifier = verifier(), at time: SigningTime = now,
    service: String = "apigateway", isChange: Bool = true
  ) -> SigningRefusal? {
    do throws(SigningRefusal) {
      _ = try verifier.verify(
        request, for: service, at: time, isChange: isChange, secret: secret)
      return nil
    } catch {
      return error
    }
  }
}

extension RawRequest {
  /// The request with a field's value put through a function; the field is taken away for nil.
  func changing(_ name: String, _ change: (String) -> String?) -> RawRequest {
    var request = self
    request.headers = headers.compactMap { header in
      guard String(decoding: header.name, as: UTF8.self) == name else { return header }
      return change(String(decoding: header.value, as: UTF8.self)).map { .init(name, $0) }
    }
    return request
  }

  func adding(_ name: String, _ value: String) -> RawRequest {
    var request = self
    request.headers.append(.init(name, value))
    return request
  }
}
