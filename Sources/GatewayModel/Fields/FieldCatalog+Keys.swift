extension FieldCatalog {
  /// The fields of a key.
  public static let apiKey: [FieldSpec] = [
    FieldSpec(
      "name", "Name", .text(limitCharacters: ApiKeyRules.nameLimitCharacters),
      help: "What people call the key; it need not be unique."
    ) { (text) throws(CommandError) in try ApiKeyRules.check(name: text) },
    FieldSpec(
      "description", "Description",
      .text(limitCharacters: ApiKeyRules.descriptionLimitCharacters),
      help: "Who has the key and what for."
    ) { (text) throws(CommandError) in try ApiKeyRules.check(description: text) },
    FieldSpec(
      "enabled", "Enabled", .toggle, help: "A disabled key is refused like an unknown one."),
    FieldSpec(
      "value", "Value", .secret(characters: ApiKeyRules.valueCharacters),
      help: "The secret clients send in x-api-key; left empty, one is made. It never changes."
    ) { (text) throws(CommandError) in try ApiKeyRules.check(value: text) },
    FieldSpec(
      "customerId", "Customer", .text(limitCharacters: ApiKeyRules.customerIdLimitCharacters),
      help: "An AWS Marketplace customer, if there is one."
    ) { (text) throws(CommandError) in try ApiKeyRules.check(customerId: text) },
    tags(),
  ]
}
