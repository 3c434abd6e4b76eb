/// A private connection to a load balancer; kept and shown, with no effect on a local gateway.
///
/// Source: API Gateway REST API reference, VpcLink.
public struct VpcLink: Accessory, TaggedAccessory {
  /// 6 lower-case letters and digits.
  public var id: String
  /// Free text, not empty.
  public var name: String
  /// Free text.
  public var description: String?
  /// The load balancers.
  public var targetArns: [String]
  /// At most 50 tags.
  public var tags: [String: String]

  /// A link with all its members.
  public init(
    id: String, name: String, description: String? = nil, targetArns: [String],
    tags: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.targetArns = targetArns
    self.tags = tags
  }

  /// `vpcLink`.
  public static let kind = EntityKind.vpcLink
  /// `VPC link`.
  public static let noun = "VPC link"
  /// Its id.
  public var key: String { id }
  /// Its name.
  public var displayName: String? { name }

  /// The link as API Gateway prints it: on its way when it was just made, ready ever after.
  ///
  /// Source: recorded answers of CreateVpcLink and GetVpcLink.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("description", text: description)
    object.add("id", text: id)
    object.add("name", text: name)
    object.add("status", text: form == .created ? "PENDING" : "AVAILABLE")
    object.add(
      "statusMessage", text: form == .created ? nil : "Your vpc link is ready for use")
    object.add("tags", form.tags(tags))
    object.add("targetArns", .array(targetArns.map(JSONValue.string)))
    return .object(object)
  }
}

extension VpcLink: WorkspaceAccessory {
  static var shelf: WritableKeyPath<GatewayState, [String: VpcLink]> { \.vpcLinks }

  /// Links a workspace can have.
  static let maximumCount = 20

  static var rules: AccessoryRules<VpcLink> {
    AccessoryRules(
      unknown: "Invalid Vpc Link identifier specified", field: "vpcLinkId",
      patch: [
        PatchRule("/name", .replace) { (link, step) throws(CommandError) in
          try check(name: step.value)
          link.name = step.value ?? ""
        },
        PatchRule("/description", .replace) { $0.description = $1.text },
      ],
      awsNames: { [.text("vpc-link-id", $0.key)] },
      blocker: { ref, state in state.integration(over: ref.key) },
      inUse: { link, user in
        CommandError(
          .badRequest,
          "Cannot delete vpc link. Vpc link '\(link.id)', is referenced in [\(user)] in format of "
            + "[Method:Resource:Api].",
          field: "vpcLinkId", remedy: "Give that method another backend first.")
      })
  }

  static func check(name: String?) throws(CommandError) {
    guard name?.isEmpty == false else {
      throw CommandError(
        .badRequest, "Name cannot be empty", field: "name", remedy: "Give the link a name.")
    }
  }

  /// Refuses a target that is no ARN.
  static func check(targetArns: [String]) throws(CommandError) {
    guard !targetArns.isEmpty else {
      throw CommandError(
        .badRequest, "Invalid ARN. ARN is not well formed null", field: "targetArns",
        remedy: "Name the ARN of a load balancer.")
    }
    for arn in targetArns {
      let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      guard parts.count == 6, parts[0] == "arn", !parts[2].isEmpty, !parts[5].isEmpty else {
        throw CommandError(
          .badRequest, "Invalid ARN. ARN is not well formed \(arn)", field: "targetArns",
          remedy: "Name the ARN of a load balancer, "
            + "arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/net/NAME/ID.")
      }
    }
  }
}

extension GatewayState {
  /// A method whose backend is reached over a VPC link: verb, resource and API.
  fileprivate func integration(over id: String) -> String? {
    for (apiId, api) in apis.sorted(by: { $0.key < $1.key }) {
      for (resource, methods) in api.methods.sorted(by: { $0.key < $1.key }) {
        for method in methods.values.sorted(by: { $0.httpMethod < $1.httpMethod })
        where method.methodIntegration?.connectionId == id {
          return "\(method.httpMethod):\(resource):\(apiId)"
        }
      }
    }
    return nil
  }
}
