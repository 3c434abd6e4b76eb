public import HTTPServer

/// The one declaration of an operation.
///
/// Router, decoder, body limits, the test for completeness against the service's model and the table in
/// the README all read it. To add an operation, add a value to one of the lists in `Operations/`
/// (`OperationTable+Topic.swift`) and, for a new list, its name to `OperationTable.all`.
public struct OperationSpec: Sendable {
  /// AWS's name, for example `CreateApiKey`.
  public let name: String
  /// The method.
  public let verb: HTTPMethod
  /// The path.
  public let path: PathTemplate
  /// A query that must be there, for example `mode=import`: it tells operations on one path apart.
  public let fixedQuery: QueryItem?
  /// Members in the query. A list may be repeated; a map takes every name that is not declared.
  public let query: [InputMember]
  /// The body.
  public let body: OperationBody
  /// The status of success.
  public let status: Int
  /// How errors are written.
  public let service: ControlService
  /// What the operation does.
  public let handler: OperationHandler

  /// An operation.
  ///
  /// - Parameters:
  ///   - name: AWS's name.
  ///   - verb: The method.
  ///   - path: The path, with the SDKs' member names as labels.
  ///   - fixedQuery: A query that must be there.
  ///   - query: Members in the query.
  ///   - body: The body.
  ///   - status: The status of success.
  ///   - service: The service it belongs to.
  ///   - handler: What it does.
  public init(
    _ name: String, _ verb: HTTPMethod, _ path: PathTemplate, fixedQuery: QueryItem? = nil,
    query: [InputMember] = [], body: OperationBody = .none, status: Int = 200,
    service: ControlService = .apiGateway, _ handler: OperationHandler
  ) {
    self.name = name
    self.verb = verb
    self.path = path
    self.fixedQuery = fixedQuery
    self.query = query
    self.body = body
    self.status = status
    self.service = service
    self.handler = handler
  }

  /// Whether it changes nothing, neither here nor at a backend.
  var isReading: Bool { verb == .get || service == .sts }

  /// The name under which violations of the body are reported, for example `createApiKeyInput`.
  ///
  /// Source: recorded ValidationException texts.
  var inputName: String { name.prefix(1).lowercased() + name.dropFirst() + "Input" }
}
