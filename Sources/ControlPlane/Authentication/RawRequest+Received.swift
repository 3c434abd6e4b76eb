import HTTPServer
import RequestSigning

extension RawRequest {
  /// A request as it was received, byte for byte.
  ///
  /// - Complexity: copies target and fields; the body is shared.
  init(_ request: HTTPRequestView, body: [UInt8]) {
    let method = request.method.name
    self.init(
      method: Array(UnsafeBufferPointer(start: method.utf8Start, count: method.utf8CodeUnitCount)),
      target: Array(request.target),
      headers: (0..<request.headerCount).map { index in
        Header(
          name: Array(request.headerName(at: index)), value: Array(request.headerValue(at: index)))
      }, body: body)
  }

  /// Whether the method is one that changes something.
  var isChange: Bool { !method.elementsEqual("GET".utf8) && !method.elementsEqual("HEAD".utf8) }
}
