/// The whole configuration of a workspace, as of one line of the journal.
///
/// A pure value: it is what replaying the journal gives, bit for bit. One thread owns it and changes
/// it in place; a copy that is kept while the owner goes on costs time and memory that grow with the
/// number of entities.
public struct GatewayState: Sendable, Hashable {
  /// The journal line the state is as of; 0 before the first.
  public internal(set) var sequence: Sequence64 = 0
  /// The account.
  public internal(set) var account = Account()
  /// By id.
  public internal(set) var apis: [RestApiID: ApiState] = [:]
  /// By id.
  public internal(set) var keys: [ApiKeyID: ApiKey] = [:]
  /// The owner of each key value.
  public internal(set) var keyIdByValue: [String: ApiKeyID] = [:]
  /// By id.
  public internal(set) var plans: [UsagePlanID: UsagePlan] = [:]
  /// The keys of each plan that has any.
  public internal(set) var planKeys: [UsagePlanID: [ApiKeyID: UsagePlanKey]] = [:]
  /// The plans of each key that is in any, at most 10, sorted: the order must not
  /// depend on how the state was reached.
  public internal(set) var planIdsByKey: [ApiKeyID: [UsagePlanID]] = [:]
  /// The grants of quota periods.
  public internal(set) var usageAdjustments: [PlanKeyID: UsageAdjustment] = [:]
  /// By id.
  public internal(set) var clientCertificates: [String: ClientCertificate] = [:]
  /// By name, that of a private one with its id.
  public internal(set) var domainNames: [String: DomainName] = [:]
  /// By ARN.
  public internal(set) var domainNameAccessAssociations: [String: DomainNameAccessAssociation] =
    [:]
  /// By domain and base path.
  public internal(set) var basePathMappings: [String: BasePathMapping] = [:]
  /// By id.
  public internal(set) var vpcLinks: [String: VpcLink] = [:]
  /// The journal line that last changed each entity.
  var revisions: [EntityRef: Sequence64] = [:]

  /// An empty workspace.
  public init() {}

  /// The journal line that last changed an entity; nil if there is none now.
  public func revision(of ref: EntityRef) -> Sequence64? {
    revisions[ref]
  }
}
