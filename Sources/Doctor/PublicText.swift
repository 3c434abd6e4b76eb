import GatewayModel

/// Text of the configuration that people other than the key's owner read.
struct PublicText {
  /// Where it stands, for people.
  var place: String
  /// The text.
  var text: String

  /// The runs of letters and digits that could be a key value.
  var candidates: [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .map(String.init).filter { $0.utf8.count >= 20 && $0.utf8.count <= 128 }
  }

  /// Every readable text: names, descriptions, templates, backend addresses, variables.
  static func all(in state: GatewayState) -> [PublicText] {
    let keys = state.keys.values.flatMap { key in
      [key.name, key.description].compactMap { $0 }
        .map { PublicText(place: "the name or description of key \(key.id)", text: $0) }
    }
    let plans = state.plans.values.flatMap { plan in
      [plan.name, plan.description].compactMap { $0 }
        .map { PublicText(place: "the name or description of plan \(plan.id)", text: $0) }
    }
    return keys + plans + state.apis.values.flatMap(texts(of:))
  }

  private static func texts(of api: ApiState) -> [PublicText] {
    let own = [api.api.name, api.api.description].compactMap { $0 }
      .map { PublicText(place: "the name or description of API \(api.api.id)", text: $0) }
    let stages = api.stages.values.flatMap { stage in
      (stage.variables ?? [:]).values
        .map { PublicText(place: "a variable of stage \(stage.stageName)", text: $0) }
    }
    let methods = api.methods.flatMap { resource, methods in
      methods.values.flatMap { method in
        texts(of: method, at: api.resources[resource]?.path ?? resource)
      }
    }
    return own + stages + methods
  }

  private static func texts(of method: Method, at path: String) -> [PublicText] {
    guard let integration = method.methodIntegration else { return [] }
    let templates = (integration.requestTemplates ?? [:]).values
    let responses = integration.integrationResponses.values.flatMap {
      ($0.responseTemplates ?? [:]).values.compactMap { $0 }
    }
    return (templates + responses + [integration.uri].compactMap { $0 })
      .map { PublicText(place: "the integration of \(Words.route(method, at: path))", text: $0) }
  }
}
