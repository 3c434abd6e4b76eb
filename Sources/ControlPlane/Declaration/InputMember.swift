/// One member of a request: in its body, its query or its path.
public struct InputMember: Sendable, Hashable {
  /// The SDKs' name, which is also the name of the member of the command's input.
  public let name: String
  /// The name in JSON or in the query.
  public let wireName: String
  /// The JSON type.
  public let kind: InputKind
  /// Whether a request without it is refused.
  public let isRequired: Bool

  /// A member.
  ///
  /// - Parameters:
  ///   - name: The SDKs' name.
  ///   - kind: The JSON type.
  ///   - wireName: The name on the wire; nil for the same.
  ///   - isRequired: Whether a request without it is refused.
  public init(
    _ name: String, _ kind: InputKind, wireName: String? = nil, isRequired: Bool = false
  ) {
    self.name = name
    self.wireName = wireName ?? name
    self.kind = kind
    self.isRequired = isRequired
  }

  /// A text.
  public static func text(
    _ name: String, wireName: String? = nil, isRequired: Bool = false
  ) -> InputMember {
    InputMember(name, .text, wireName: wireName, isRequired: isRequired)
  }

  /// A truth.
  public static func boolean(_ name: String, wireName: String? = nil) -> InputMember {
    InputMember(name, .boolean, wireName: wireName)
  }

  /// A whole number.
  public static func integer(_ name: String) -> InputMember {
    InputMember(name, .integer)
  }

  /// A number.
  public static func number(_ name: String) -> InputMember {
    InputMember(name, .number)
  }

  /// A list of texts.
  public static func texts(_ name: String, isRequired: Bool = false) -> InputMember {
    InputMember(name, .list(.text), isRequired: isRequired)
  }

  /// A map from texts to texts.
  public static func textMap(_ name: String, isRequired: Bool = false) -> InputMember {
    InputMember(name, .map(.text), isRequired: isRequired)
  }

  /// An object with named members.
  public static func structure(_ name: String, _ members: [InputMember]) -> InputMember {
    InputMember(name, .structure(members))
  }

  /// The steps of an update: all their members are texts, a number or truth is refused.
  public static let patchOperations = InputMember(
    "patchOperations",
    .list(
      .structure([.text("op", isRequired: true), .text("path"), .text("value"), .text("from")])))

  /// Where a page of a list begins and how long it is.
  public static let paging: [InputMember] = [.text("position"), .integer("limit")]
}
