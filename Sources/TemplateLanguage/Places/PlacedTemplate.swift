public import GatewayModel

/// A template of an integration, with the place it stands in.
public struct PlacedTemplate: Sendable, Hashable {
  /// The status of the integration response it belongs to; nil for a request template.
  public var statusCode: String?
  /// The content type it is for.
  public var contentType: String
  /// The template.
  public var source: String

  /// The places of it that do not do what their author means.
  ///
  /// - Complexity: linear in the length of the template.
  public var issues: [TemplateIssue] { Template.unsupported(in: source) }

  /// Where it stands, in words: `request template for application/json`.
  public var place: String {
    statusCode.map { "template for \(contentType) of response \($0)" }
      ?? "request template for \(contentType)"
  }
}

extension Integration {
  /// The templates that requests come through, those of requests first.
  ///
  /// A proxy passes everything on as it is, whatever templates were stored.
  public var templates: [PlacedTemplate] {
    switch type {
    case .httpProxy, .awsProxy: return []
    case .mock, .http, .aws: break
    }
    let ofRequests = (requestTemplates ?? [:]).sorted { $0.key < $1.key }
      .map { PlacedTemplate(statusCode: nil, contentType: $0.key, source: $0.value) }
    let ofResponses = integrationResponses.values.sorted { $0.statusCode < $1.statusCode }
      .flatMap { response in
        (response.responseTemplates ?? [:]).sorted { $0.key < $1.key }.compactMap { type, source in
          source.map {
            PlacedTemplate(statusCode: response.statusCode, contentType: type, source: $0)
          }
        }
      }
    return ofRequests + ofResponses
  }
}
