/// A quota as it arrives: any member may be missing or out of range.
public struct QuotaInput: Sendable, Hashable, Codable {
  public var limit: Int?
  public var offset: Int?
  public var period: String?

  /// A quota as it arrives.
  public init(limit: Int? = nil, offset: Int? = nil, period: String? = nil) {
    self.limit = limit
    self.offset = offset
    self.period = period
  }
}
