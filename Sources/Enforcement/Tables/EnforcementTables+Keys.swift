internal import GatewayModel

extension EnforcementTables {
  /// The key with this value, or -1; a disabled key is found too.
  ///
  /// Hashed by the standard library's keyed hash and compared in constant time, so that neither
  /// collisions nor timing tell a caller anything about a value.
  @inline(__always)
  func key(withValue value: UnsafeRawBufferPointer) -> Int32 {
    keyIndex.find(hash(value)) { candidate in
      keys[candidate].value.utf8.withContiguousStorageIfAvailable {
        value.equalsInConstantTime(UnsafeRawBufferPointer($0))
      } ?? false
    }
  }

  private func hash(_ value: UnsafeRawBufferPointer) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(hashSeed)
    hasher.combine(bytes: value)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private func hash(_ value: String) -> UInt64 {
    var value = value
    return value.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
  }

  mutating func put(_ key: ApiKey) {
    let number = keyNumber(key.id)
    var value = key.value
    let owner = value.withUTF8 { self.key(withValue: UnsafeRawBufferPointer($0)) }
    if owner != number {
      if owner >= 0 { unindex(owner) }
      if keys[number].exists { unindex(number) }
      keyIndex.insert(hash(value), number)
      keys[number].value = value
    }
    keys[number].exists = true
    keys[number].enabled = key.enabled
  }

  mutating func deleteKey(_ id: ApiKeyID) {
    guard let number = keyNumbers[id], keys[number].exists else { return }
    unindex(number)
    keys[number].exists = false
    keys[number].value = ""
    keys[number].enabled = false
    dropKeyIfUnused(number)
  }

  private mutating func unindex(_ number: Int32) {
    keyIndex.remove(hash(keys[number].value), number)
  }

  /// The number of a key, with a fresh entry if it has none.
  mutating func keyNumber(_ id: ApiKeyID) -> Int32 {
    if let number = keyNumbers[id] { return number }
    let number = keys.add(KeyEntry(id: id))
    keyNumbers[id] = number
    return number
  }

  mutating func dropKeyIfUnused(_ number: Int32) {
    guard !keys[number].exists, keys[number].firstMember < 0 else { return }
    keyNumbers[keys[number].id] = nil
    keys.remove(number, leaving: .blank)
  }
}
