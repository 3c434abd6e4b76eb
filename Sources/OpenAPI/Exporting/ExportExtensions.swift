public import GatewayModel

/// Which extensions of API Gateway a document is exported with.
public struct ExportExtensions: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: Int

  /// A set by its bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The backends of methods.
  public static let integrations = ExportExtensions(rawValue: 1)
  /// The authorizers.
  public static let authorizers = ExportExtensions(rawValue: 2)
  /// What the API itself says: validators, gateway responses, media types and the like.
  public static let gateway = ExportExtensions(rawValue: 4)
  /// All of them: with these alone an import gives the API again.
  public static let apigateway: ExportExtensions = [.integrations, .authorizers, .gateway]

  /// The set a text names, for example `integrations,authorizers`; an empty one is none.
  ///
  /// - Throws: `notImplemented` for `postman`, `badRequest` for what is not known.
  public init(_ text: String) throws(CommandError) {
    self = []
    for part in text.split(separator: ",").map({ $0.filter { $0 != " " } }) {
      switch part {
      case "integrations": insert(.integrations)
      case "authorizers": insert(.authorizers)
      case "apigateway": insert(.apigateway)
      case "postman":
        throw CommandError(
          .notImplemented, "The extensions for Postman cannot be exported here",
          field: "extensions",
          remedy: "Export without them; Postman imports the document as it is.")
      default:
        throw CommandError(
          .badRequest,
          "Invalid extensions specified. Valid options are integrations,apigateway,authorizers",
          field: "extensions", remedy: "Use apigateway for all of them.")
      }
    }
  }
}
