public import GatewayModel

/// A request whose members were checked against its operation's declaration.
public struct OperationRequest: Sendable {
  /// The members of path, query and body by the SDKs' names; what was not sent is not here.
  public let input: JSONObject
  /// The bytes of a raw body; empty for other kinds.
  public let rawBody: [UInt8]
  /// The `Content-Type`, if one was sent.
  public let contentType: String?
  /// The `Accept`, if one was sent.
  public let accept: String?
  /// Who asks.
  public let principal: Principal

  /// A text member, or nil.
  public func text(_ name: String) -> String? {
    if case .string(let text)? = input[name] { text } else { nil }
  }

  /// A text member that the path or a required declaration guarantees.
  public subscript(name: String) -> String { text(name) ?? "" }

  /// A truth; false where it was not sent.
  public func flag(_ name: String) -> Bool {
    input[name] == .bool(true)
  }

  /// A whole number, or nil.
  public func integer(_ name: String) -> Int? {
    if case .integer(let value)? = input[name] { Int(clamping: value) } else { nil }
  }

  /// A list of texts; empty where it was not sent.
  public func texts(_ name: String) -> [String] {
    guard case .array(let values)? = input[name] else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// A map of texts; empty where it was not sent.
  public func textMap(_ name: String) -> [String: String] {
    guard case .object(let object)? = input[name] else { return [:] }
    return Dictionary(
      object.members.compactMap { member in
        if case .string(let text) = member.value { (member.name, text) } else { nil }
      }, uniquingKeysWith: { _, last in last })
  }

  /// A map of lists of texts; empty where it was not sent.
  public func textLists(_ name: String) -> [String: [String]] {
    guard case .object(let object)? = input[name] else { return [:] }
    return Dictionary(
      object.members.compactMap { member in
        guard case .array(let values) = member.value else { return nil }
        return (
          member.name, values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        )
      }, uniquingKeysWith: { _, last in last })
  }

  /// The input of a command, by member names.
  ///
  /// - Throws: `serialization` for what the declaration let through and the input does not take.
  public func decoded<Input: Decodable>(
    _ type: Input.Type = Input.self
  ) throws(CommandError) -> Input {
    do {
      return try Input(from: InputDecoder(.object(input)))
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError(.serialization, InputDecoder.message(error))
    }
  }
}
