/// What the backend of a method may be.
///
/// Source: API Gateway REST API reference, PutIntegration; recorded answers for the texts.
enum IntegrationRules {
  /// The kinds, in the order the enumeration's error text lists them.
  static let types: [IntegrationType] = [.http, .mock, .awsProxy, .httpProxy, .aws]
  /// How a backend is reached.
  static let connectionTypes = ["INTERNET", "VPC_LINK"]
  /// What may be done to a body.
  static let contentHandlings = ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]
  /// How an answer is handed on.
  static let responseTransferModes = ["BUFFERED", "STREAM"]
  /// What happens to a body no template fits.
  static let passthroughBehaviors = ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]

  /// Notes values outside their enumerations.
  static func check(
    _ command: Command.PutIntegration, into violations: inout ConstraintViolations
  ) {
    let input = "putIntegrationInput"
    violations.check(
      command.type, at: "\(input).type", among: types.map(\.rawValue), field: "type")
    violations.check(
      command.connectionType, at: "\(input).connectionType", among: connectionTypes,
      field: "connectionType")
    violations.check(
      command.contentHandling, at: "\(input).contentHandling", among: contentHandlings,
      field: "contentHandling")
    violations.check(
      command.responseTransferMode, at: "\(input).responseTransferMode",
      among: responseTransferModes, field: "responseTransferMode")
  }

  /// Refuses a backend that could not be called: verb, address, time-out, mappings, templates.
  static func check(_ integration: Integration) throws(CommandError) {
    try checkVerb(of: integration)
    try checkAddress(of: integration)
    try MethodRules.check(timeoutInMillis: integration.timeoutInMillis)
    try check(
      integration.passthroughBehavior, among: passthroughBehaviors, field: "passthroughBehavior")
    try MappingRules.check(integrationRequestParameters: integration.requestParameters ?? [:])
    try MappingRules.check(
      templates: integration.requestTemplates ?? [:], field: "requestTemplates")
  }

  /// Refuses a text outside an enumeration that the request's model does not constrain.
  static func check(
    _ text: String?, among permitted: [String], field: String
  ) throws(CommandError) {
    guard let text, !permitted.contains(text) else { return }
    let options = permitted.joined(separator: ",")
    throw CommandError(
      .badRequest, "Invalid \(field) specified. Valid options are \(options)", field: field,
      remedy: "Use one of \(options).")
  }

  private static func checkVerb(of integration: Integration) throws(CommandError) {
    switch integration.type {
    case .mock: return
    case .http, .httpProxy, .aws:
      guard let verb = integration.httpMethod, !verb.isEmpty else {
        throw CommandError(
          .badRequest, "Enumeration value for HttpMethod must be non-empty",
          field: "integrationHttpMethod", remedy: "Say which verb the backend is called with.")
      }
    case .awsProxy: break
    }
    if let verb = integration.httpMethod {
      try MethodRules.check(httpMethod: verb, field: "integrationHttpMethod")
    }
  }

  private static func checkAddress(of integration: Integration) throws(CommandError) {
    let uri = integration.uri ?? ""
    switch integration.type {
    case .mock: return
    case .http, .httpProxy: try MethodRules.check(endpoint: uri)
    case .aws, .awsProxy:
      guard uri.hasPrefix("arn:") else {
        throw CommandError(
          .badRequest, "Invalid ARN specified in the request", field: "uri",
          remedy: "Use arn:aws:apigateway:REGION:SERVICE:path/… or …:action/….")
      }
      guard uri.contains(":path/") || uri.contains(":action/") else {
        throw CommandError(
          .badRequest, "AWS ARN for integration must contain path or action", field: "uri",
          remedy: "Use arn:aws:apigateway:REGION:SERVICE:path/… or …:action/….")
      }
      guard integration.type == .aws || isLambdaOrFirehose(uri) else {
        throw CommandError(
          .badRequest,
          "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose "
            + "stream invocations.",
          field: "uri", remedy: "Use type AWS for other services.")
      }
    }
  }

  private static func isLambdaOrFirehose(_ uri: String) -> Bool {
    if uri.contains(":lambda:path/") {
      return uri.contains("/functions/arn:") && uri.hasSuffix("/invocations")
    }
    return uri.hasSuffix(":firehose:action/PutRecord")
      || uri.hasSuffix(":firehose:action/PutRecordBatch")
  }
}
