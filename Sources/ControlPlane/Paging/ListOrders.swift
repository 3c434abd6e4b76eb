import GatewayModel
import Workspace

/// The orders of the lists that may be long: keys, and the keys of each plan that was asked for.
final class ListOrders {
  private var keys: CreationOrder?
  private var dates: [ApiKeyID: Int64] = [:]
  private var members: [UsagePlanID: MemberOrder] = [:]

  /// The keys of one plan, and the date each joined: a deletion tells only the id.
  private struct MemberOrder {
    var order: CreationOrder
    var dates: [ApiKeyID: Int64]
  }

  /// The keys by the date they were made.
  ///
  /// - Complexity: O(n log n) the first time, then O(1).
  func keys(_ state: GatewayState) -> CreationOrder {
    if let keys { return keys }
    dates = state.keys.mapValues { $0.createdDate.microseconds }
    let order = CreationOrder(
      dates.lazy.map { CreationOrder.Place(microseconds: $0.value, id: $0.key) })
    keys = order
    return order
  }

  /// The keys of a plan by the date they joined it.
  ///
  /// - Complexity: O(n log n) the first time, then O(1).
  func members(of plan: UsagePlanID, _ state: GatewayState) -> CreationOrder {
    if let known = members[plan] { return known.order }
    let dates = (state.planKeys[plan] ?? [:]).mapValues { $0.createdDate.microseconds }
    let order = CreationOrder(
      dates.lazy.map { CreationOrder.Place(microseconds: $0.value, id: $0.key) })
    members[plan] = MemberOrder(order: order, dates: dates)
    return order
  }

  /// Takes over what happened.
  func apply(_ changes: [Change]) {
    for change in changes { for event in change.events { apply(event) } }
  }

  private func apply(_ event: Event) {
    switch event {
    case .put(.apiKey(let key)): put(key)
    case .deleted(.apiKey(let id)):
      guard keys != nil, let date = dates.removeValue(forKey: id) else { return }
      keys?.remove(CreationOrder.Place(microseconds: date, id: id))
    case .put(.usagePlanKey(let member)): put(member)
    case .deleted(.usagePlanKey(let id)):
      guard let date = members[id.usagePlanId]?.dates.removeValue(forKey: id.keyId) else { return }
      members[id.usagePlanId]?.order.remove(
        CreationOrder.Place(microseconds: date, id: id.keyId))
    case .deleted(.usagePlan(let id)): members[id] = nil
    default: break
    }
  }

  private func put(_ key: ApiKey) {
    guard keys != nil else { return }
    let date = key.createdDate.microseconds
    if let old = dates.updateValue(date, forKey: key.id) {
      if old == date { return }
      keys?.remove(CreationOrder.Place(microseconds: old, id: key.id))
    }
    keys?.insert(CreationOrder.Place(microseconds: date, id: key.id))
  }

  private func put(_ member: UsagePlanKey) {
    guard members[member.usagePlanId] != nil else { return }
    let date = member.createdDate.microseconds
    let old = members[member.usagePlanId]?.dates.updateValue(date, forKey: member.keyId)
    if old == date { return }
    if let old {
      members[member.usagePlanId]?.order.remove(
        CreationOrder.Place(microseconds: old, id: member.keyId))
    }
    members[member.usagePlanId]?.order.insert(
      CreationOrder.Place(microseconds: date, id: member.keyId))
  }
}
