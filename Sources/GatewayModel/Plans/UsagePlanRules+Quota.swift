extension UsagePlanRules {
  /// The quota that arrived members come to, once all of them are known.
  ///
  /// API Gateway sends and patches the three members one by one, so they are judged together at the end.
  /// - Parameters:
  ///   - input: The members; limit and period are needed.
  ///   - field: The input member they came in.
  /// - Throws: `badRequest` for a missing or bad member.
  public static func quota(
    _ input: QuotaInput, field: String = "quota"
  ) throws(CommandError) -> QuotaSettings {
    guard let limit = input.limit, let text = input.period else {
      let missing = input.limit == nil ? "limit" : "period"
      throw CommandError(
        .badRequest, "Quota must have both a limit and a period", field: "\(field).\(missing)",
        remedy: "Give the \(missing) too, or remove the quota.")
    }
    let limited = try integer(String(limit), in: quotaRequests, field: "\(field).limit")
    let period = try period(text, field: "\(field).period")
    let offset = try offset(input.offset ?? 0, of: period, field: "\(field).offset")
    return QuotaSettings(limit: limited, offset: offset, period: period)
  }

  /// The period in a text.
  ///
  /// - Parameter text: `DAY`, `WEEK` or `MONTH`.
  /// - Throws: `badRequest`.
  public static func period(
    _ text: String, field: String = "quota.period"
  ) throws(CommandError) -> QuotaPeriod {
    guard let period = QuotaPeriod(rawValue: text) else {
      throw CommandError(
        .badRequest, "Invalid quota period specified. Valid options are DAY,WEEK,MONTH",
        field: field, remedy: "Use DAY, WEEK or MONTH.")
    }
    return period
  }

  /// The offset, if its period takes it.
  ///
  /// - Throws: `badRequest`.
  public static func offset(
    _ offset: Int, of period: QuotaPeriod, field: String = "quota.offset"
  ) throws(CommandError) -> Int {
    let range = period.offsets
    guard range.contains(offset) else {
      throw CommandError(
        .badRequest,
        "Invalid quota offset specified, must be between \(range.lowerBound) and "
          + "\(range.upperBound) for period \(period.rawValue)",
        field: field, remedy: "Use the day the period starts on; 0 is midnight, Sunday or the 1st.")
    }
    return offset
  }

  /// The limit in a text of digits.
  ///
  /// - Throws: `badRequest`.
  public static func quotaLimit(
    _ text: String, field: String = "quota.limit"
  ) throws(CommandError) -> Int {
    try integer(text, in: quotaRequests, field: field)
  }

  /// The offset in a text of digits, before its period is known.
  ///
  /// - Throws: `badRequest`, when no period takes it.
  public static func quotaOffset(
    _ text: String, field: String = "quota.offset"
  ) throws(CommandError) -> Int {
    do throws(CommandError) {
      return try integer(text, in: 0...QuotaPeriod.month.offsets.upperBound, field: field)
    } catch {
      let ranges = QuotaPeriod.allCases.map { period in
        let range = period.offsets
        return range.count == 1
          ? "\(range.lowerBound) for \(period.rawValue)"
          : "\(range.lowerBound) to \(range.upperBound) for \(period.rawValue)"
      }
      throw CommandError(
        error.code, error.message, field: error.field,
        remedy: "Use \(ranges.joined(separator: ", ")).")
    }
  }
}
