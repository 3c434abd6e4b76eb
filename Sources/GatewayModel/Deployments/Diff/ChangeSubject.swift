/// The part of an API a change is about.
public enum ChangeSubject: Sendable, Hashable {
  /// A verb of a path.
  case method(path: String, httpMethod: String)
  /// A member of the API itself, for example `apiKeySource`.
  case setting(String)
  /// What the gateway answers for one kind of refusal.
  case gatewayResponse(GatewayResponseType)
  /// A model by name.
  case model(String)
  /// A validator by id.
  case requestValidator(RequestValidatorID)
  /// An authorizer by name.
  case authorizer(String)

  /// The part for people: `GET /pets`, `apiKeySource`, `gateway response THROTTLED`, `model Pet`,
  /// `validator a1b2c3`, `authorizer token`.
  public var label: String {
    switch self {
    case .method(let path, let httpMethod): "\(httpMethod) \(path)"
    case .setting(let name): name
    case .gatewayResponse(let type): "gateway response \(type.rawValue)"
    case .model(let name): "model \(name)"
    case .requestValidator(let id): "validator \(id)"
    case .authorizer(let name): "authorizer \(name)"
    }
  }
}
