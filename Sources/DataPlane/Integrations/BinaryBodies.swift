import Foundation
import GatewayModel

/// Which bodies are bytes and which are text, and how one becomes the other.
///
/// Source: API Gateway developer guide, "Content type conversions in API Gateway"; recorded answers with
/// binary payloads.
struct BinaryBodies: Sendable {
  private let types: [String]

  /// - Parameter types: The API's `binaryMediaTypes`: `image/png`, `image/*` or `*/*`.
  init(_ types: [String]) {
    self.types = types.map { $0.lowercased() }
  }

  /// Whether a media type is one of those handled as bytes.
  func contain(_ mediaType: String?) -> Bool {
    guard let mediaType else { return false }
    let type = MethodRequest.mediaType(mediaType.split(separator: ",").first.map(String.init) ?? "")
    guard !type.isEmpty else { return false }
    let family = "\(type.prefix { $0 != "/" })/*"
    return types.contains { $0 == type || $0 == "*/*" || $0 == family }
  }

  /// A request's body as it goes to the template or the backend.
  ///
  /// - Parameter handling: The integration's `contentHandling`.
  func requestBody(
    _ request: MethodRequest, handling: String?
  ) throws(GatewayFailure) -> [UInt8] {
    let isBinary = contain(request.headers.last("content-type"))
    switch handling {
    case "CONVERT_TO_TEXT" where isBinary: return Self.encoded(request.body)
    case "CONVERT_TO_BINARY" where !isBinary: return try Self.decoded(request.body)
    default: return isBinary || handling != nil ? request.body : Self.text(request.body)
    }
  }

  /// A backend's body as it goes to the template or the client.
  ///
  /// - Parameters:
  ///   - handling: The integration response's `contentHandling`.
  ///   - accept: The client's `Accept`; its first media type counts.
  func answerBody(
    _ answer: BackendAnswer, handling: String?, accept: String?
  ) throws(GatewayFailure) -> [UInt8] {
    let wantsText =
      handling == "CONVERT_TO_TEXT" || (handling == nil && !contain(accept))
    if contain(answer.headers.last("content-type")) {
      return wantsText ? Self.encoded(answer.body) : answer.body
    }
    return wantsText ? Self.text(answer.body) : try Self.decoded(answer.body)
  }

  private static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    Array(Data(bytes).base64EncodedData())
  }

  private static func decoded(_ bytes: [UInt8]) throws(GatewayFailure) -> [UInt8] {
    guard let data = Data(base64Encoded: Data(bytes)) else {
      throw .configuration("Unable to base64 decode the body.")
    }
    return Array(data)
  }

  /// Text: what is no UTF-8 becomes U+FFFD.
  private static func text(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
}
