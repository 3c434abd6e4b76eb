import GatewayModel

/// Writes lines of nothing but key and membership puts, byte for byte as the general encoder does.
///
/// Nil for anything else: other entities, corrections, texts that need escapes, several tags (whose
/// order is the general encoder's to choose).
enum KeyEventEncoder {
  /// What a key takes, with some room, in bytes.
  private static let eventBytes = 320

  static func encode(_ record: TransactionRecord) -> [UInt8]? {
    guard record.correction == nil, !record.events.isEmpty else { return nil }
    var writer = ByteWriter(capacityBytes: record.events.count * eventBytes)
    writer.append("[")
    for (index, event) in record.events.enumerated() {
      if index > 0 { writer.append(",") }
      guard append(event, to: &writer) else { return nil }
    }
    writer.append("]")
    return writer.bytes
  }

  private static func append(_ record: RecordedEvent, to writer: inout ByteWriter) -> Bool {
    switch record.event {
    case .put(.apiKey(let key)):
      guard append(key, to: &writer) else { return false }
    case .put(.usagePlanKey(let member)):
      guard append(member, to: &writer) else { return false }
    default: return false
    }
    if let replaced = record.replaced {
      writer.append(#","was":"#)
      writer.append(replaced)
    }
    writer.append("}")
    return true
  }

  private static func append(_ key: ApiKey, to writer: inout ByteWriter) -> Bool {
    writer.append(#"{"op":"apikey.put/1","value":{"createdDate":"#)
    writer.append(key.createdDate.microseconds)
    guard writer.appendMember(#","customerId":"#, key.customerId),
      writer.appendMember(#","description":"#, key.description)
    else { return false }
    writer.append(key.enabled ? #","enabled":true"# : #","enabled":false"#)
    guard writer.appendMember(#","id":"#, key.id) else { return false }
    writer.append(#","lastUpdatedDate":"#)
    writer.append(key.lastUpdatedDate.microseconds)
    guard writer.appendMember(#","name":"#, key.name), append(key.stageKeys, to: &writer),
      append(key.tags, to: &writer), writer.appendMember(#","value":"#, key.value)
    else { return false }
    writer.append("}")
    return true
  }

  private static func append(_ member: UsagePlanKey, to writer: inout ByteWriter) -> Bool {
    writer.append(#"{"op":"usageplankey.put/1","value":{"createdDate":"#)
    writer.append(member.createdDate.microseconds)
    guard writer.appendMember(#","keyId":"#, member.keyId),
      writer.appendMember(#","usagePlanId":"#, member.usagePlanId)
    else { return false }
    writer.append("}")
    return true
  }

  private static func append(_ stageKeys: [String], to writer: inout ByteWriter) -> Bool {
    writer.append(#","stageKeys":["#)
    for (index, text) in stageKeys.enumerated() {
      if index > 0 { writer.append(",") }
      guard writer.appendQuoted(text) else { return false }
    }
    writer.append("]")
    return true
  }

  private static func append(_ tags: [String: String], to writer: inout ByteWriter) -> Bool {
    guard tags.count <= 1 else { return false }
    writer.append(#","tags":{"#)
    for (name, value) in tags {
      guard writer.appendQuoted(name) else { return false }
      writer.append(":")
      guard writer.appendQuoted(value) else { return false }
    }
    writer.append("}")
    return true
  }
}
