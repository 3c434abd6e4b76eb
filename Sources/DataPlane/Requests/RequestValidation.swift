import GatewayModel
import JSONSchema

/// What a method asks of a request before its integration is called, compiled once a deployment.
///
/// Source: API Gateway developer guide, "Request validation for REST APIs"; recorded answers for the order.
struct RequestValidation: Sendable {
  /// A place a parameter can be in, in the order missing ones are listed.
  private enum Place: String, CaseIterable {
    case header
    case path
    case querystring
  }

  private enum Model: Sendable {
    case schema(JSONSchema)
    case broken(String)
  }

  /// The key of a model that takes every media type without one of its own.
  private static let anyType = "$default"

  private let required: [(place: Place, name: String)]
  private let models: [String: Model]

  /// Nil if the method's validator asks nothing.
  ///
  /// - Parameters:
  ///   - method: With its validator's id, parameters and models.
  ///   - snapshot: Where validators and models are found.
  init?(_ method: Method, in snapshot: ApiSnapshot) {
    guard let id = method.requestValidatorId,
      let validator = snapshot.requestValidators.first(where: { $0.id == id })
    else { return nil }
    required = validator.validateRequestParameters ? Self.required(by: method) : []
    models =
      validator.validateRequestBody
      ? (method.requestModels ?? [:]).reduce(into: [:]) { models, entry in
        models[entry.key == Self.anyType ? entry.key : MethodRequest.mediaType(entry.key)] =
          Self.model(entry.value, among: snapshot.models)
      } : [:]
    if required.isEmpty, models.isEmpty { return nil }
  }

  private static func required(by method: Method) -> [(place: Place, name: String)] {
    let names = (method.requestParameters ?? [:]).filter(\.value).keys.sorted()
    return Place.allCases.flatMap { place in
      let prefix = "method.request.\(place.rawValue)."
      return names.filter { $0.hasPrefix(prefix) }
        .map { (place, String($0.dropFirst(prefix.count))) }
    }
  }

  private static func model(_ name: String, among models: [GatewayModel.Model]) -> Model {
    func text(_ name: String) -> String? { models.first { $0.name == name }?.schema }
    guard let schema = text(name) else { return .broken("there is no model \(name)") }
    do throws(SchemaError) {
      return .schema(try JSONSchema(schema, model: text))
    } catch {
      return .broken("model \(name), \(error.place): \(error.reason)")
    }
  }

  /// Whether any body is looked at, so that it must be there whole.
  var needsBody: Bool { !models.isEmpty }

  /// What a request's head lacks; nil if it has all that is required.
  ///
  /// A parameter without a value is not there.
  func failure(ofHead request: MethodRequest) -> GatewayFailure? {
    let missing = required.filter { place, name in
      let value =
        switch place {
        case .header: request.headers.last(name)
        case .path: request.pathParameters.last(name)
        case .querystring: request.query.last(name)
        }
      return value?.isEmpty ?? true
    }
    return missing.isEmpty ? nil : .missingParameters(missing.map(\.name))
  }

  /// What is wrong with a request's body; nil if it fits or no model is for its media type.
  func failure(ofBody request: MethodRequest) -> GatewayFailure? {
    let type = request.mediaType
    switch models[type] ?? models[Self.anyType] {
    case nil: return nil
    case .broken(let reason)?: return .configuration(reason)
    case .schema(let schema)?:
      let violations = schema.violations(ofBody: request.body)
      return violations.isEmpty ? nil : .invalidBody(violations, mediaType: type)
    }
  }
}
