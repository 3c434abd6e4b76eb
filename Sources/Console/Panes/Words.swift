import GatewayModel
import Terminal

/// How numbers, times and names are written everywhere in the console.
enum Words {
  /// A whole number with blanks between thousands: `48 212`.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(" ", at: index)
      index -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A number with at most `decimals` digits after the point, without needless zeros.
  static func number(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value.magnitude * scale).rounded())
    let whole = grouped(scaled / Int(scale))
    var fraction = String(scaled % Int(scale))
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + (fraction.isEmpty || decimals == 0 ? whole : "\(whole).\(fraction)")
  }

  /// Requests a second with one digit after the point, which keeps a column of them quiet.
  static func rate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(grouped(tenths / 10)).\(abs(tenths % 10))"
  }

  /// A part in whole percent, rounded down so that 100% means all of it.
  static func percent(_ fraction: Double) -> String {
    guard fraction.isFinite else { return "—" }
    return "\(Int(min(max(fraction, 0), 99.99) * 100))%"
  }

  /// `1 key`, `2 keys`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// Where a cursor is in a list: `3/12`, `0` in an empty one.
  static func position(_ cursor: Int, of count: Int) -> String {
    count == 0 ? "0" : "\(grouped(cursor + 1))/\(grouped(count))"
  }

  /// `day`, `week`, `month`.
  static func period(_ period: QuotaPeriod) -> String { period.rawValue.lowercased() }

  /// A bucket as `5 r/s burst 10`, `no limit` when there is none.
  static func throttle(_ throttle: ThrottleSettings?) -> String {
    let rate = throttle?.rateLimit.map { "\(number($0)) r/s" }
    let burst = throttle?.burstLimit.map { "burst \(grouped($0))" }
    let parts = [rate, burst].compactMap { $0 }
    return parts.isEmpty ? "no limit" : parts.joined(separator: " ")
  }

  /// A quota as `100 000/month`, `no limit` when there is none.
  static func quota(_ quota: QuotaSettings?) -> String {
    quota.map { "\(grouped($0.limit))/\(period($0.period))" } ?? "no limit"
  }

  /// A stage as `shop/prod`.
  static func stage(_ id: ApiStageID, in state: GatewayState) -> String {
    "\(state.apis[id.apiId]?.api.name ?? id.apiId)/\(id.stage)"
  }

  /// A path as far as a method's row needs it.
  static func path(_ api: RestApiID, _ resource: ResourceID, in state: GatewayState) -> String {
    state.apis[api]?.resources[resource]?.path ?? resource
  }

  /// How people call an entity: `acme-web`, `plan pro`, `GET /pets`, `stage shop/prod`.
  static func name(of ref: EntityRef, in state: GatewayState) -> String {
    switch ref {
    case .account: "the account"
    case .apiKey(let id): state.keys[id]?.displayName ?? id
    case .usagePlan(let id): "plan \(state.plans[id]?.name ?? id)"
    case .usagePlanKey(let id), .usageAdjustment(let id):
      "\(state.keys[id.keyId]?.displayName ?? id.keyId) in plan "
        + "\(state.plans[id.usagePlanId]?.name ?? id.usagePlanId)"
    case .restApi(let id): "API \(state.apis[id]?.api.name ?? id)"
    case .resource(let api, let id): path(api, id, in: state)
    case .method(let api, let id, let verb): "\(verb) \(path(api, id, in: state))"
    case .deployment(_, let id): "deployment \(id)"
    case .stage(let id): "stage \(stage(id, in: state))"
    case .gatewayResponse(_, let type): "gateway response \(type.rawValue)"
    case .model(_, let name): "model \(name)"
    case .requestValidator(let api, let id):
      "validator \(state.apis[api]?.requestValidators[id]?.name ?? id)"
    case .accessory(let ref):
      "\(ref.noun) \(state.accessory(ref)?.value.displayName ?? ref.key)"
    }
  }

  /// A day and a time as `2026-03-02 11:08`, UTC.
  static func moment(_ time: Timestamp) -> String {
    "\(time.day) \(time.timeOfDay.prefix(5))"
  }

  /// A day and a time to the second as `2026-03-02 11:08:04 UTC`.
  static func exactMoment(_ time: Timestamp) -> String { "\(time.day) \(time.timeOfDay) UTC" }

  /// How long ago, roughly: `now`, `12 s`, `5 min`, `3 h`, `9 d`.
  static func age(_ seconds: Int64) -> String {
    switch seconds {
    case ..<1: "now"
    case ..<60: "\(seconds) s"
    case ..<3_600: "\(seconds / 60) min"
    case ..<86_400: "\(seconds / 3_600) h"
    default: "\(seconds / 86_400) d"
    }
  }
}
