import GatewayModel

/// The addresses by which one model's schema refers to another.
enum ModelAddress {
  /// The model an address such as `https://apigateway.amazonaws.com/restapis/a1/models/Pet` names.
  static func modelName(_ address: String) -> String? {
    let prefix = ApiDefinition.modelReference("", of: "").split(separator: "/restapis/")[0]
    guard address.hasPrefix("\(prefix)/restapis/") else { return nil }
    let parts = address.dropFirst(prefix.count).split(separator: "/")
    guard parts.count == 4, parts[2] == "models" else { return nil }
    return String(parts[3])
  }
}
