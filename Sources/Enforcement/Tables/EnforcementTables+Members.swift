internal import GatewayModel

extension EnforcementTables {
  mutating func put(_ member: UsagePlanKey) {
    let number = memberNumber(
      PlanKeyID(usagePlanId: member.usagePlanId, keyId: member.keyId))
    members[number].isMember = true
  }

  mutating func put(_ grant: UsageAdjustment) {
    let number = memberNumber(PlanKeyID(usagePlanId: grant.usagePlanId, keyId: grant.keyId))
    members[number].grantedPeriod = grant.periodStart
    members[number].granted = grant.requests
  }

  mutating func deleteMembership(_ id: PlanKeyID) {
    guard let number = existingMember(id) else { return }
    members[number].isMember = false
    dropMemberIfUnused(number)
  }

  mutating func deleteAdjustment(_ id: PlanKeyID) {
    guard let number = existingMember(id) else { return }
    members[number].grantedPeriod = CalendarDay(number: .min)
    members[number].granted = 0
    dropMemberIfUnused(number)
  }

  /// The grant of a key in a plan.
  func adjustment(of number: Int32) -> UsageAdjustment? {
    let member = members[number]
    guard member.grantedPeriod.number != .min else { return nil }
    return UsageAdjustment(
      usagePlanId: plans[member.plan].id, keyId: keys[member.key].id,
      periodStart: member.grantedPeriod, requests: member.granted)
  }

  private func existingMember(_ id: PlanKeyID) -> Int32? {
    guard let key = keyNumbers[id.keyId], let plan = planNumbers[id.usagePlanId] else {
      return nil
    }
    var number = keys[key].firstMember
    while number >= 0, members[number].plan != plan { number = members[number].next }
    return number < 0 ? nil : number
  }

  /// The number of a key's entry in a plan, with a fresh one if there is none.
  ///
  /// A key's entries are chained by plan id, so that the order never depends on history.
  /// - Complexity: linear in the number of plans of the key, at most 10.
  private mutating func memberNumber(_ id: PlanKeyID) -> Int32 {
    if let number = existingMember(id) { return number }
    let key = keyNumber(id.keyId)
    let plan = planNumber(id.usagePlanId)
    var previous: Int32 = -1
    var next = keys[key].firstMember
    while next >= 0, plans[members[next].plan].id < id.usagePlanId {
      previous = next
      next = members[next].next
    }
    let number = members.add(MemberEntry(key: key, plan: plan, next: next))
    link(number, after: previous, of: key)
    plans[plan].memberCount += 1
    return number
  }

  private mutating func link(_ number: Int32, after previous: Int32, of key: Int32) {
    if previous < 0 { keys[key].firstMember = number } else { members[previous].next = number }
  }

  private mutating func dropMemberIfUnused(_ number: Int32) {
    guard members[number].isUnused else { return }
    let key = members[number].key
    let plan = members[number].plan
    var previous: Int32 = -1
    var place = keys[key].firstMember
    while place != number {
      previous = place
      place = members[place].next
    }
    link(members[number].next, after: previous, of: key)
    members.remove(number, leaving: .blank)
    plans[plan].memberCount -= 1
    dropPlanIfUnused(plan)
    dropKeyIfUnused(key)
  }
}
