/// What is particular to a kind of accessory; its commands are the same for all.
struct AccessoryRules<Value: Accessory> {
  /// Refuses an accessory of an API, or of the workspace.
  typealias Check = (Value, GatewayState, RestApiID?) throws(CommandError) -> Void
  /// Finds one that refers to an accessory, in words for people.
  typealias Referrer = (AccessoryRef, GatewayState) -> String?

  /// API Gateway's text for a key that names none.
  let unknown: String
  /// The input member the key comes in.
  let field: String
  /// The paths an update takes.
  let patch: PatchTable<Value>
  /// The options that name one on the AWS CLI.
  let awsNames: (AccessoryRef) -> [AWSArgument]
  /// Refuses one whose members do not fit each other, or that refers to what is not there.
  let check: Check
  /// Who could not be without it.
  let referrer: Referrer
  /// Who keeps it from being deleted; those that go along do not.
  let blocker: Referrer
  /// The refusal to delete it because of a blocker.
  let inUse: (Value, String) -> CommandError
  /// The refusal to make a second one of the same key.
  let taken: CommandError
  /// What goes along with it.
  let parts: (Value, GatewayState) -> [EntityRef]

  init(
    unknown: String, field: String, patch: [PatchRule<Value>],
    awsNames: @escaping (AccessoryRef) -> [AWSArgument],
    check: @escaping Check = { (_, _, _) throws(CommandError) in },
    referrer: @escaping Referrer = { _, _ in nil }, blocker: Referrer? = nil,
    inUse: ((Value, String) -> CommandError)? = nil,
    taken: String? = nil,
    parts: @escaping (Value, GatewayState) -> [EntityRef] = { _, _ in [] }
  ) {
    self.unknown = unknown
    self.field = field
    self.patch = PatchTable(
      input: "update\(Value.operationNoun)Input", refusal: .choosesOperation, rules: patch)
    self.awsNames = awsNames
    self.check = check
    self.referrer = referrer
    self.blocker = blocker ?? referrer
    self.inUse =
      inUse ?? { value, user in
        CommandError(
          .conflict, "Cannot delete \(Value.noun) '\(value.key)', is referenced in \(user)",
          field: field, remedy: "Take it off \(user) first.")
      }
    self.taken = CommandError(
      .conflict, taken ?? "The \(Value.noun) already exists", field: field,
      remedy: "Change the one that is there, or delete it first.")
    self.parts = parts
  }
}
