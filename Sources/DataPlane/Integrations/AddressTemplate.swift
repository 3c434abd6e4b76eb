import GatewayModel

/// The address of a backend in pieces, for requests to be filled in.
///
/// Source: API Gateway developer guide, "Set up HTTP integrations" and "Stage variables reference".
struct AddressTemplate: Sendable {
  private enum Piece: Sendable {
    case text(String)
    /// A path parameter, by its name in the address.
    case parameter(String)
    case stageVariable(String)
  }

  private let pieces: [Piece]
  /// Whether the address names its own query, to which the request's is added.
  let hasQuery: Bool
  /// Whether a path parameter is filled in.
  let hasParameters: Bool
  /// Whether the text names a scheme, so that no address needs to be looked through for one.
  private let hasScheme: Bool

  /// Takes an address apart at `{name}` and `${stageVariables.name}`.
  init(_ uri: String) {
    hasQuery = uri.contains("?")
    hasScheme = uri.contains("://")
    var pieces: [Piece] = []
    var rest = uri[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      let before = rest[..<open]
      if before.last == "$" {
        pieces.append(.text(String(before.dropLast())))
        let prefix = "stageVariables."
        pieces.append(
          .stageVariable(name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name))
      } else {
        pieces.append(.text(String(before)))
        pieces.append(.parameter(name.hasSuffix("+") ? String(name.dropLast()) : name))
      }
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
    hasParameters = pieces.contains {
      if case .parameter = $0 { true } else { false }
    }
  }

  /// The address for a request.
  ///
  /// - Parameters:
  ///   - variables: The stage's variables; one that is not set has no address.
  ///   - query: What is added to the address's query, without `?`.
  ///   - parameter: The value of a path parameter, escaped as it stands in an address.
  func address(
    variables: [String: String], query: String, parameter: (String) -> String?
  ) throws(GatewayFailure) -> String {
    var address = ""
    for piece in pieces {
      switch piece {
      case .text(let text): address += text
      case .parameter(let name): address += parameter(name) ?? ""
      case .stageVariable(let name):
        guard let value = variables[name] else {
          throw .configuration("Invalid stage variable: \(name) is not set")
        }
        address += value
      }
    }
    if !query.isEmpty { address += (hasQuery ? "&" : "?") + query }
    // A variable may hold what the model checks of an address that has none.
    return hasScheme || address.contains("://") ? address : "http://\(address)"
  }
}
