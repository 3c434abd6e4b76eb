import GatewayModel

/// Reads lines of nothing but key and membership puts, in the member order they are written in.
///
/// Opening a workspace is reading mostly these; the general decoder takes some twenty times as long.
/// Nil for anything else, valid or not: this never decides that a line is wrong.
enum KeyEventDecoder {
  static func decode(_ bytes: UnsafeRawBufferPointer) -> TransactionRecord? {
    var scanner = ByteScanner(bytes)
    guard scanner.take("[") else { return nil }
    var events: [RecordedEvent] = []
    repeat {
      guard let event = event(&scanner) else { return nil }
      events.append(event)
    } while scanner.take(",")
    guard scanner.take("]"), scanner.isAtEnd else { return nil }
    return TransactionRecord(events: events)
  }

  private static func event(_ scanner: inout ByteScanner) -> RecordedEvent? {
    let entity: Entity?
    if scanner.take(#"{"op":"apikey.put/1","value":{"#) {
      entity = apiKey(&scanner).map(Entity.apiKey)
    } else if scanner.take(#"{"op":"usageplankey.put/1","value":{"#) {
      entity = member(&scanner).map(Entity.usagePlanKey)
    } else {
      entity = nil
    }
    guard let entity else { return nil }
    var replaced: Sequence64?
    if scanner.take(#","was":"#) {
      guard let sequence = scanner.integer(), sequence >= 0 else { return nil }
      replaced = Sequence64(sequence)
    }
    return scanner.take("}") ? RecordedEvent(.put(entity), replaced: replaced) : nil
  }

  private static func apiKey(_ scanner: inout ByteScanner) -> ApiKey? {
    guard scanner.take(#""createdDate":"#), let created = scanner.integer(),
      let customerId = optional(#","customerId":"#, &scanner),
      let description = optional(#","description":"#, &scanner),
      scanner.take(#","enabled":"#), let enabled = scanner.boolean(),
      scanner.take(#","id":"#), let id = scanner.string(),
      scanner.take(#","lastUpdatedDate":"#), let updated = scanner.integer(),
      let name = optional(#","name":"#, &scanner),
      scanner.take(#","stageKeys":"#), let stageKeys = strings(&scanner),
      scanner.take(#","tags":"#), let tags = map(&scanner),
      scanner.take(#","value":"#), let value = scanner.string(),
      scanner.take("}")
    else { return nil }
    return ApiKey(
      id: id, value: value, name: name, description: description, enabled: enabled,
      customerId: customerId, stageKeys: stageKeys, tags: tags,
      createdDate: Timestamp(microseconds: created),
      lastUpdatedDate: Timestamp(microseconds: updated))
  }

  private static func member(_ scanner: inout ByteScanner) -> UsagePlanKey? {
    guard scanner.take(#""createdDate":"#), let created = scanner.integer(),
      scanner.take(#","keyId":"#), let key = scanner.string(),
      scanner.take(#","usagePlanId":"#), let plan = scanner.string(),
      scanner.take("}")
    else { return nil }
    return UsagePlanKey(
      usagePlanId: plan, keyId: key, createdDate: Timestamp(microseconds: created))
  }

  /// A member that may be absent: nil inside when it is, nil outside when it is not plain.
  private static func optional(_ name: StaticString, _ scanner: inout ByteScanner) -> String?? {
    guard scanner.take(name) else { return .some(nil) }
    guard let text = scanner.string() else { return nil }
    return .some(text)
  }

  private static func strings(_ scanner: inout ByteScanner) -> [String]? {
    if scanner.take("[]") { return [] }
    guard scanner.take("[") else { return nil }
    var texts: [String] = []
    repeat {
      guard let text = scanner.string() else { return nil }
      texts.append(text)
    } while scanner.take(",")
    return scanner.take("]") ? texts : nil
  }

  private static func map(_ scanner: inout ByteScanner) -> [String: String]? {
    if scanner.take("{}") { return [:] }
    guard scanner.take("{") else { return nil }
    var pairs: [String: String] = [:]
    repeat {
      guard let name = scanner.string(), scanner.take(":"), let value = scanner.string(),
        pairs.updateValue(value, forKey: name) == nil
      else { return nil }
    } while scanner.take(",")
    return scanner.take("}") ? pairs : nil
  }
}
