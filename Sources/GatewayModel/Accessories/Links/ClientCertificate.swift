/// A certificate that backends may know the gateway by; kept and shown.
///
/// Its private key is thrown away as it is made: the gateway does not present it, and a secret that
/// nothing uses is not kept.
/// Source: API Gateway REST API reference, ClientCertificate.
public struct ClientCertificate: Accessory, TaggedAccessory {
  /// 6 lower-case letters and digits.
  public var clientCertificateId: String
  /// Free text.
  public var description: String?
  /// The certificate, PEM text.
  public var pemEncodedCertificate: String
  /// From when it is valid.
  public var createdDate: Timestamp
  /// Until when it is valid.
  public var expirationDate: Timestamp
  /// At most 50 tags.
  public var tags: [String: String]

  /// A certificate with all its members.
  public init(
    clientCertificateId: String, description: String? = nil, pemEncodedCertificate: String,
    createdDate: Timestamp, expirationDate: Timestamp, tags: [String: String] = [:]
  ) {
    self.clientCertificateId = clientCertificateId
    self.description = description
    self.pemEncodedCertificate = pemEncodedCertificate
    self.createdDate = createdDate
    self.expirationDate = expirationDate
    self.tags = tags
  }

  /// `clientCertificate`.
  public static let kind = EntityKind.clientCertificate
  /// `client certificate`.
  public static let noun = "client certificate"
  /// Its id.
  public var key: String { clientCertificateId }

  /// The certificate as API Gateway prints it.
  public func wire(_ form: WireForm) -> JSONValue {
    var object = JSONObject()
    object.add("clientCertificateId", text: clientCertificateId)
    object.add("createdDate", .timestamp(createdDate))
    object.add("description", text: description)
    object.add("expirationDate", .timestamp(expirationDate))
    object.add("pemEncodedCertificate", text: pemEncodedCertificate)
    object.add("tags", form.tags(tags))
    return .object(object)
  }
}

extension ClientCertificate: WorkspaceAccessory {
  static var shelf: WritableKeyPath<GatewayState, [String: ClientCertificate]> {
    \.clientCertificates
  }

  /// Certificates a workspace can have.
  ///
  /// Source: API Gateway developer guide, "Quotas for configuring and running a REST API".
  static let maximumCount = 60
  /// How long a certificate is valid, in days.
  static let validityDays: Int64 = 365

  static var rules: AccessoryRules<ClientCertificate> {
    AccessoryRules(
      unknown: "Invalid Client Certificate identifier specified", field: "clientCertificateId",
      patch: [PatchRule("/description", .replace) { $0.description = $1.text }],
      awsNames: { [.text("client-certificate-id", $0.key)] },
      referrer: { ref, state in
        state.stages { $0.clientCertificateId == ref.key }.first.map { "stage: \($0)" }
      })
  }
}

extension GatewayState {
  /// The stages of all APIs that meet a condition, by name.
  ///
  /// - Complexity: linear in the number of stages, besides the sorting.
  func stages(where isMeant: (Stage) -> Bool) -> [ApiStageID] {
    apis.flatMap { apiId, api in
      api.stages.values.filter(isMeant).map { ApiStageID(apiId: apiId, stage: $0.stageName) }
    }.sorted()
  }
}
