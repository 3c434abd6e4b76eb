import GatewayModel

/// Turns path, query and body of a request into members, checked against the operation's declaration.
///
/// Wrong JSON types are refused before anything else, missing members next, as the service does; what the
/// values mean is for the command's rules.
struct RequestDecoder {
  let operation: OperationSpec

  /// The members of a request by the SDKs' names.
  ///
  /// - Parameters:
  ///   - labels: The values in the path.
  ///   - query: The decoded query.
  ///   - body: The whole body.
  /// - Throws: `serialization` or `validation`.
  func input(
    labels: [(name: String, value: String)], query: [QueryItem], body: [UInt8]
  ) throws(CommandError) -> JSONObject {
    var input = JSONObject()
    for (name, value) in labels { input.add(name, .string(value)) }
    try add(query, declared: operation.query, to: &input)
    switch operation.body {
    case .none, .raw: break
    case .members(let members):
      let object = try Self.object(body)
      input.append(try MemberChecker.checked(object, members))
    case .form(let members):
      let items = body.withUnsafeBytes {
        PercentEncoding.items(Slice(base: $0, bounds: 0..<$0.count), plusIsBlank: true)
      }
      guard let items else { throw Self.unreadable("the form has a broken escape") }
      try add(items, declared: members, to: &input)
    }
    try requireMembers(input)
    return input
  }

  private static func object(_ body: [UInt8]) throws(CommandError) -> JSONObject {
    guard !body.isEmpty else { return JSONObject() }
    let value: JSONValue
    do throws(JSONReadingError) {
      value = try JSONValue(
        reading: body,
        rules: JSONReadingRules(
          depthLimit: ControlPlaneLimits.bodyDepth, valueLimit: ControlPlaneLimits.bodyValues))
    } catch {
      throw unreadable("\(error.reason) at byte \(error.offset)")
    }
    switch value {
    case .object(let object): return object
    case .null: return JSONObject()
    default: throw unreadable("expected an object")
    }
  }

  private static func unreadable(_ reason: String) -> CommandError {
    CommandError(.serialization, "Could not parse request body into json: \(reason)")
  }

  /// Adds members of a query or form; the last value counts, as for every repeated name.
  private func add(
    _ items: [QueryItem], declared members: [InputMember], to input: inout JSONObject
  ) throws(CommandError) {
    for member in members {
      let values = items.filter { $0.name == member.wireName }.map(\.value)
      switch member.kind {
      case .list where !values.isEmpty:
        input.add(member.name, .array(values.map(JSONValue.string)))
      case .map, .mapOfNullable:
        let declared = Set(members.map(\.wireName) + [operation.fixedQuery?.name ?? ""])
        let others = items.filter { !declared.contains($0.name) }
        input.add(
          member.name,
          .object(
            JSONObject(
              sorting: Dictionary(
                others.map { ($0.name, .string($0.value)) }, uniquingKeysWith: { $1 }))))
      default:
        if let value = values.last {
          input.add(member.name, try Self.scalar(value, of: member.kind))
        }
      }
    }
  }

  private static func scalar(_ text: String, of kind: InputKind) throws(CommandError) -> JSONValue?
  {
    switch kind {
    case .boolean: return .bool(text.lowercased() == "true")
    case .integer:
      if text.isEmpty { return nil }
      guard let number = Int64(text) else {
        throw CommandError(.serialization, "'\(text)' can not be converted to an Integer")
      }
      return .integer(number)
    default: return .string(text)
    }
  }

  private func requireMembers(_ input: JSONObject) throws(CommandError) {
    var missing: [String] = []
    for member in operation.query where member.isRequired && input[member.name] == nil {
      missing.append(member.name)
    }
    MemberChecker.collectMissing(
      in: input, of: operation.body.members, path: operation.inputName, into: &missing)
    guard !missing.isEmpty else { return }
    let texts = missing.map {
      "Value null at '\($0)' failed to satisfy constraint: Member must not be null"
    }
    throw CommandError(
      .validation,
      "\(texts.count) validation error\(texts.count == 1 ? "" : "s") detected: "
        + texts.joined(separator: "; "))
  }
}
