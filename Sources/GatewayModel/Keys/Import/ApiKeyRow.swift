/// A row of a key file that can be used.
public struct ApiKeyRow: Sendable, Hashable {
  /// The line of the file it starts on, 1 for the first.
  public let line: Int
  /// The key's name, 1 to 1,024 characters.
  public let name: String
  /// The key's value, 20 to 128 characters.
  public let value: String
  /// The key's description; nil if the file has no such column, so that an overwrite keeps it.
  public let description: String?
  /// Whether the key is enabled; nil if the file has no such column.
  public let enabled: Bool?
  /// The plans the key is put in, in the order of the cell.
  public let usagePlanIds: [UsagePlanID]

  /// A row from the texts of its cells.
  ///
  /// - Throws: `badRequest`, for the first cell that cannot be used.
  init(
    line: Int, name: String, value: String, description: String?, enabled: String?,
    usagePlanIds: String
  ) throws(CommandError) {
    guard !name.isEmpty else {
      throw CommandError(.badRequest, "the name is missing", field: "name")
    }
    try ApiKeyRules.check(name: name)
    try ApiKeyRules.check(value: value)
    try ApiKeyRules.check(description: description ?? "")
    self.line = line
    self.name = name
    self.value = value
    self.description = description
    switch enabled?.lowercased() {
    case nil: self.enabled = nil
    case "", "true": self.enabled = true
    case "false": self.enabled = false
    default:
      throw CommandError(
        .badRequest, "Enabled must be true or false", field: "enabled")
    }
    let ids = usagePlanIds.split(separator: ",").map { String($0).trimmingBlanks }
    guard ids.count <= ApiKeyFile.plansPerRowLimit else {
      throw CommandError(
        .badRequest, "it names more than \(ApiKeyFile.plansPerRowLimit) plans",
        field: "usagePlanIds")
    }
    self.usagePlanIds = ids.filter { !$0.isEmpty }
  }
}
