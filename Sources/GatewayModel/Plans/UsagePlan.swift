/// Says which stages a group of keys may call, and how fast and how often.
public struct UsagePlan: Sendable, Hashable, Codable {
  /// 6 lower-case letters and digits.
  public var id: UsagePlanID
  /// Required, need not be unique.
  public var name: String
  /// Free text.
  public var description: String?
  /// An AWS Marketplace product.
  public var productCode: String?
  /// The stages the plan opens, each at most once, in the order they were added.
  public var apiStages: [ApiStage]
  /// The limit of each key over all stages of the plan.
  public var throttle: ThrottleSettings?
  /// The quota of each key over all stages of the plan.
  public var quota: QuotaSettings?
  /// At most 50 tags.
  public var tags: [String: String]
  /// When the plan was made; API Gateway keeps but does not show it.
  public var createdDate: Timestamp

  /// A plan with all its members.
  public init(
    id: UsagePlanID, name: String, description: String? = nil, productCode: String? = nil,
    apiStages: [ApiStage] = [], throttle: ThrottleSettings? = nil, quota: QuotaSettings? = nil,
    tags: [String: String] = [:], createdDate: Timestamp
  ) {
    self.id = id
    self.name = name
    self.description = description
    self.productCode = productCode
    self.apiStages = apiStages
    self.throttle = throttle
    self.quota = quota
    self.tags = tags
    self.createdDate = createdDate
  }

  /// The plan's entry for a stage, if it opens it.
  ///
  /// - Complexity: linear in the number of stages of the plan.
  public func apiStage(_ id: ApiStageID) -> ApiStage? {
    apiStages.first { $0.apiId == id.apiId && $0.stage == id.stage }
  }
}
