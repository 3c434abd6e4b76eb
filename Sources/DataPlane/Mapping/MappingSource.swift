import GatewayModel
import TemplateLanguage

/// Where a mapped parameter takes its value from.
///
/// Source: API Gateway developer guide, "Request and response data mapping"; the multi-value forms
/// are joined by commas in a header.
enum MappingSource: Sendable, Hashable {
  case text(String)
  case path(String)
  case query(String)
  case queries(String)
  case header(String)
  case headers(String)
  case body(path: String?)
  case context(String)
  case stageVariable(String)

  /// Reads an expression; nil for one that names nothing known.
  ///
  /// - Parameters:
  ///   - text: For example `method.request.header.Accept`, `'plain text'` or `context.requestId`.
  ///   - owner: `method.request.` or `integration.response.`, whichever side the value comes from.
  init?(_ text: String, of owner: String) {
    if text.utf8.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") {
      self = .text(String(text.dropFirst().dropLast()))
      return
    }
    func name(after prefix: String) -> String? {
      text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }
    let places: [(String, (String) -> MappingSource)] = [
      ("\(owner)path.", MappingSource.path), ("\(owner)querystring.", MappingSource.query),
      ("\(owner)multivaluequerystring.", MappingSource.queries),
      ("\(owner)header.", MappingSource.header),
      ("\(owner)multivalueheader.", MappingSource.headers),
      ("\(owner)body.", { .body(path: $0) }), ("context.", MappingSource.context),
      ("stageVariables.", MappingSource.stageVariable),
    ]
    if text == "\(owner)body" {
      self = .body(path: nil)
      return
    }
    guard
      let found = places.lazy.compactMap({ prefix, make in name(after: prefix).map(make) }).first
    else { return nil }
    self = found
  }

  /// The values for a request; empty if there is nothing to map.
  func values(in request: MethodRequest) -> [String] {
    switch self {
    case .path(let name): request.pathParameters.last(name).map { [$0] } ?? []
    case .query(let name): request.query.last(name).map { [$0] } ?? []
    case .queries(let name): request.query.values(name)
    case .header(let name): request.headers.last(name).map { [$0] } ?? []
    case .headers(let name): request.headers.values(name)
    case .body(let path): Self.value(in: request.body, at: path)
    default: common(request)
    }
  }

  /// The values for a backend's answer.
  func values(in answer: BackendAnswer, to request: MethodRequest) -> [String] {
    switch self {
    case .header(let name): answer.headers.last(name).map { [$0] } ?? []
    case .headers(let name): answer.headers.values(name)
    case .body(let path): Self.value(in: answer.body, at: path)
    case .path, .query, .queries: []
    default: common(request)
    }
  }

  private func common(_ request: MethodRequest) -> [String] {
    switch self {
    case .text(let text): [text]
    case .context(let name): request.contextValue(name[...]).map { [$0] } ?? []
    case .stageVariable(let name): request.stageVariables[name].map { [$0] } ?? []
    default: []
    }
  }

  /// A part of a JSON body as text: a text without its quotes, anything else as JSON.
  private static func value(in body: [UInt8], at path: String?) -> [String] {
    guard let path else { return [String(decoding: body, as: UTF8.self)] }
    guard let value = BodyPath.value(at: path, in: String(decoding: body, as: UTF8.self)) else {
      return []
    }
    if case .null = value { return [] }
    if case .string(let text) = value { return [text] }
    return [value.text]
  }
}
