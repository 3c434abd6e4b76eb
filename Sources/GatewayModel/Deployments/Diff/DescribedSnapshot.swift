/// A snapshot as described members: what a diff compares.
///
/// - Complexity: linear in the size of the snapshot.
struct DescribedSnapshot {
  /// The members of the API itself.
  let settings: [DescribedField]
  /// The members of each method.
  let methods: [MethodKey: [DescribedField]]
  /// The members of each model.
  let models: [String: [DescribedField]]
  /// The members of each validator.
  let validators: [RequestValidatorID: [DescribedField]]
  /// The members of each authorizer, by name; they act when a method asks it.
  let authorizers: [String: [DescribedField]]
  /// The gateway responses that were set.
  let gatewayResponses: [GatewayResponseType: GatewayResponse]

  /// A method's place in a snapshot.
  struct MethodKey: Hashable, Comparable {
    let path: String
    let httpMethod: String

    static func < (left: MethodKey, right: MethodKey) -> Bool {
      (left.path, left.httpMethod) < (right.path, right.httpMethod)
    }
  }

  /// Describes a snapshot.
  init(_ snapshot: ApiSnapshot) {
    let known = Dictionary(snapshot.requestValidators.map { ($0.id, $0) }) { first, _ in first }
    var methods: [MethodKey: [DescribedField]] = [:]
    var modelNames: Set<String> = []
    for route in snapshot.routes {
      for method in route.methods {
        let validator = method.requestValidatorId.flatMap { known[$0] }
        if validator?.validateRequestBody == true {
          modelNames.formUnion((method.requestModels ?? [:]).values)
        }
        methods[MethodKey(path: route.path, httpMethod: method.httpMethod)] =
          Self.fields(of: method, at: route, checkedBy: validator)
      }
    }
    self.methods = methods
    settings = Self.settings(of: snapshot)
    models = Self.models(of: snapshot, askedBy: modelNames)
    validators = known.mapValues(Self.fields)
    let asked = Set(snapshot.routes.flatMap(\.methods).compactMap(\.authorizerId))
    authorizers = Dictionary(
      snapshot.authorizers.map { ($0.name, Self.fields(of: $0, isAsked: asked.contains($0.id))) },
      uniquingKeysWith: { first, _ in first })
    gatewayResponses = Dictionary(snapshot.gatewayResponses.map { ($0.responseType, $0) }) {
      first, _ in first
    }
  }

  private static func settings(of snapshot: ApiSnapshot) -> [DescribedField] {
    var fields: [DescribedField] = []
    fields.add("apiKeySource", snapshot.apiKeySource.rawValue)
    fields.add("policy", snapshot.policy)
    fields.add("binaryMediaTypes", Set(snapshot.binaryMediaTypes).sorted().joined(separator: ", "))
    fields.add("minimumCompressionSize", snapshot.minimumCompressionSize.map(String.init))
    fields.add("disableExecuteApiEndpoint", String(snapshot.disableExecuteApiEndpoint))
    return fields
  }

  /// A model acts when a validated method asks for it, itself or through a model that refers to it.
  private static func models(
    of snapshot: ApiSnapshot, askedBy names: Set<String>
  ) -> [String: [DescribedField]] {
    let known = Dictionary(snapshot.models.map { ($0.name, $0) }) { first, _ in first }
    var acting: Set<String> = []
    var waiting = Array(names)
    while let name = waiting.popLast() {
      guard acting.insert(name).inserted, let schema = known[name]?.schema else { continue }
      waiting += referredModels(in: schema)
    }
    return known.mapValues { model in
      var fields: [DescribedField] = []
      fields.add("schema", model.schema, acts: acting.contains(model.name))
      fields.add("contentType", model.contentType, acts: false)
      fields.add("description", model.description, acts: false)
      return fields
    }
  }

  /// The names in references of the form `https://…/models/NAME`.
  private static func referredModels(in schema: String) -> [String] {
    schema.split(separator: "\"").compactMap { text in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).suffix(2)
      guard parts.count == 2, parts.first == "models" else { return nil }
      return parts.last.map(String.init)
    }
  }

  private static func fields(of authorizer: Authorizer, isAsked: Bool) -> [DescribedField] {
    authorizer.printedMembers.map { name, text in
      DescribedField(name, text, acts: isAsked && name != "id" && name != "name")
    }
  }

  private static func fields(of validator: RequestValidator) -> [DescribedField] {
    var fields: [DescribedField] = []
    fields.add("validateRequestBody", String(validator.validateRequestBody))
    fields.add("validateRequestParameters", String(validator.validateRequestParameters))
    fields.add("name", validator.name, acts: false)
    return fields
  }
}
