/// What is kept of bodies that are not complete yet: by all clients, and by each address.
struct BodyBudget<Address: Hashable> {
  private let limitBytes: Int
  private let addressLimitBytes: Int
  private var bytes = 0
  private var bytesByAddress: [Address: Int] = [:]

  /// A budget of which nothing is taken.
  init(
    limitBytes: Int = ControlPlaneLimits.bufferedBodyBytes,
    addressLimitBytes: Int = ControlPlaneLimits.bufferedBodyBytesPerAddress
  ) {
    self.limitBytes = limitBytes
    self.addressLimitBytes = addressLimitBytes
  }

  /// Takes bytes for an address; false, and none are taken, if there is no room.
  mutating func take(_ count: Int, of address: Address) -> Bool {
    let taken = bytesByAddress[address] ?? 0
    guard bytes + count <= limitBytes, taken + count <= addressLimitBytes else { return false }
    guard count > 0 else { return true }
    bytes += count
    bytesByAddress[address] = taken + count
    return true
  }

  /// Gives bytes back.
  mutating func give(_ count: Int, of address: Address) {
    bytes -= count
    let rest = (bytesByAddress[address] ?? 0) - count
    bytesByAddress[address] = rest > 0 ? rest : nil
  }
}
