import Enforcement
import GatewayModel

/// An HTTP_PROXY integration, made ready: its address in pieces and its verb.
///
/// Source: API Gateway developer guide, "Set up HTTP integrations".
final class ProxyIntegration {
  private enum Piece {
    case text(String)
    /// A path parameter of the request.
    case parameter(String)
    case stageVariable(String)
  }

  private let pieces: [Piece]
  /// The verb to send; nil passes the request's own.
  let httpMethod: String?
  /// How long the backend may take, in milliseconds.
  let timeoutInMillis: Int
  /// Whether the backend's certificate is checked.
  let verifiesCertificate: Bool
  /// Whether the address names its own query, to which the request's is added.
  let hasQuery: Bool

  init?(_ integration: Integration) {
    guard let uri = integration.uri else { return nil }
    httpMethod = integration.httpMethod == "ANY" ? nil : integration.httpMethod
    timeoutInMillis = integration.timeoutInMillis
    verifiesCertificate = integration.insecureSkipVerification != true
    hasQuery = uri.contains("?")
    pieces = Self.pieces(of: uri, parameters: integration.requestParameters ?? [:])
  }

  /// The address for a request.
  ///
  /// - Parameters:
  ///   - parameters: The path parameters of the request, escapes kept.
  ///   - variables: The stage's variables.
  ///   - query: The request's query without `?`, empty if there is none.
  func url(parameters: [PathParameter], variables: [String: String], query: String) -> String {
    let address = pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .parameter(let name): parameters.first { $0.name == name }?.value ?? ""
      case .stageVariable(let name): variables[name] ?? ""
      }
    }.joined()
    return query.isEmpty ? address : "\(address)\(hasQuery ? "&" : "?")\(query)"
  }

  /// Takes an address apart at `{name}` and `${stageVariables.name}`.
  private static func pieces(of uri: String, parameters: [String: String]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = uri[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      let before = rest[..<open]
      if before.last == "$" {
        pieces.append(.text(String(before.dropLast())))
        let variable =
          name.hasPrefix("stageVariables.")
          ? String(name.dropFirst("stageVariables.".count)) : name
        pieces.append(.stageVariable(variable))
      } else {
        pieces.append(.text(String(before)))
        pieces.append(.parameter(source(of: name, in: parameters)))
      }
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    return pieces
  }

  /// The request's parameter that fills an address's: as mapped, else the one of the same name.
  private static func source(of name: String, in parameters: [String: String]) -> String {
    let bare = name.hasSuffix("+") ? String(name.dropLast()) : name
    let prefix = "method.request.path."
    guard let mapping = parameters["integration.request.path.\(bare)"],
      mapping.hasPrefix(prefix)
    else { return bare }
    return String(mapping.dropFirst(prefix.count))
  }
}
