public import GatewayModel

/// What a tool signs its requests to the control plane with.
public struct AccessCredential: Sendable, Hashable, CustomStringConvertible {
  /// The access key id: 20 upper-case letters and digits that begin with `KEYS`.
  public var id: String
  /// What people call it; unique in the workspace.
  public var name: String
  /// The secret access key; never in logs, and printed only when asked for.
  public var secret: String
  /// Whether what is signed with it can read and nothing else.
  public var isReadOnly: Bool
  /// When it was made.
  public var createdDate: Timestamp
  /// Who made it.
  public var createdBy: String

  /// A credential.
  public init(
    id: String, name: String, secret: String, isReadOnly: Bool = false, createdDate: Timestamp,
    createdBy: String
  ) {
    self.id = id
    self.name = name
    self.secret = secret
    self.isReadOnly = isReadOnly
    self.createdDate = createdDate
    self.createdBy = createdBy
  }

  /// Name and id, without the secret: as the journal names whoever signs with it.
  public var description: String { "\(name) (\(id))" }

  /// Who the journal names for what is signed with it.
  public var actor: Actor { Actor(description) }

  /// Whether a name can be taken: letters, digits and `._@-`, since it stands in the journal for whoever
  /// signs.
  static func isName(_ name: String) -> Bool {
    (1...AccessLimits.nameCharacters).contains(name.utf8.count)
      && name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || [0x2D, 0x2E, 0x40, 0x5F].contains($0)
      }
  }
}

extension AccessCredential {
  /// The credential as the file has it.
  var stored: JSONValue {
    [
      "id": .string(id), "name": .string(name), "secret": .string(secret),
      "readOnly": .bool(isReadOnly),
      "created": .integer(createdDate.microseconds), "createdBy": .string(createdBy),
    ]
  }

  /// Reads a credential from the file; nil if a member is missing or of another type.
  init?(stored: JSONValue) {
    guard case .object(let members) = stored, case .string(let id)? = members["id"],
      case .string(let name)? = members["name"], case .string(let secret)? = members["secret"],
      case .integer(let created)? = members["created"],
      case .bool(let isReadOnly)? = members["readOnly"],
      case .string(let createdBy)? = members["createdBy"],
      !id.isEmpty, !secret.isEmpty, Self.isName(name)
    else { return nil }
    self.init(
      id: id, name: name, secret: secret, isReadOnly: isReadOnly,
      createdDate: Timestamp(microseconds: created), createdBy: createdBy)
  }
}
