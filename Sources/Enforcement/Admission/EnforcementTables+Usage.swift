internal import GatewayModel

extension EnforcementTables {
  /// Where a request is counted: by key and plan, by key alone, or with all that have no known key.
  ///
  /// A slot is asked for once and remembered.
  mutating func usageSlot(_ run: AdmissionRun, meters: any UsageMeters) -> UsageSlot {
    if run.member >= 0 {
      if !members[run.member].slot.exists {
        members[run.member].slot = meters.slot(
          for: UsageIdentity(usagePlanId: plans[run.plan].id, keyId: keys[run.key].id))
      }
      return members[run.member].slot
    }
    if run.key >= 0 {
      if !keys[run.key].refusalSlot.exists {
        keys[run.key].refusalSlot = meters.slot(for: UsageIdentity(keyId: keys[run.key].id))
      }
      return keys[run.key].refusalSlot
    }
    if !anonymousSlot.exists { anonymousSlot = meters.slot(for: .anonymous) }
    return anonymousSlot
  }
}
