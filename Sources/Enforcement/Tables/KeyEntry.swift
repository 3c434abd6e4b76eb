internal import GatewayModel

/// A key as the tables keep it.
///
/// A key that only memberships name has an entry that does not exist.
struct KeyEntry {
  var id: ApiKeyID
  /// Shares its storage with the model's key; empty when the key does not exist.
  var value = ""
  var exists = false
  var enabled = false
  /// The first membership, by plan id, or -1.
  var firstMember: Int32 = -1
  /// Where refusals without a plan are counted, once asked for.
  var refusalSlot = UsageSlot.none

  static let blank = KeyEntry(id: "")
}
