/// A kind of SDK that API Gateway can generate; shown, since clients list them.
///
/// Source: API Gateway REST API reference, GetSdk, for the properties each kind requires.
public struct SdkType: Sendable, Hashable {
  /// For example `javascript`.
  public let id: String
  /// For people.
  public let friendlyName: String
  /// The names of what a request for one must tell.
  public let requiredProperties: [String]

  init(_ id: String, _ friendlyName: String, _ requiredProperties: [String] = []) {
    self.id = id
    self.friendlyName = friendlyName
    self.requiredProperties = requiredProperties
  }

  /// All kinds, by id.
  public static let all = [
    SdkType(
      "android", "Android", ["artifactId", "artifactVersion", "groupId", "invokerPackage"]),
    SdkType("java", "Java", ["java.package-name", "service.name"]),
    SdkType("javascript", "JavaScript"),
    SdkType("objectivec", "iOS (Objective-C)", ["classPrefix"]),
    SdkType("ruby", "Ruby", ["service.name"]),
    SdkType("swift", "iOS (Swift)", ["classPrefix"]),
  ]

  /// The kind with this id.
  ///
  /// - Throws: `notFound`.
  public static func existing(_ id: String) throws(CommandError) -> SdkType {
    guard let type = all.first(where: { $0.id == id }) else {
      throw CommandError(
        .notFound, "Invalid SDK type identifier specified", field: "id",
        remedy: "Use one of \(all.map(\.id).joined(separator: ", ")).")
    }
    return type
  }

  /// The kind as API Gateway prints it.
  public var wire: JSONValue {
    var object = JSONObject()
    object.add(
      "configurationProperties",
      requiredProperties.isEmpty
        ? nil : .array(requiredProperties.map { ["name": .string($0), "required": true] }))
    object.add("friendlyName", text: friendlyName)
    object.add("id", text: id)
    return .object(object)
  }
}
